def lib = new File(basedir, 'target/lib')
def jars = lib.list().sort()
def java = new File(System.getProperty('java.home'), 'bin/java').path
def path = ([new File(basedir, 'target/classes')] + jars.collect { new File(lib, it) }).join(File.pathSeparator)
def sheet = new File(basedir, '../../../examples/ogan-ilir-2024.json').path
def run = [java, '-cp', path, 'consumer.Main', sheet].execute()
def printed = new StringBuffer()
run.waitForProcessOutput(printed, System.err)
assert run.exitValue() == 0
def lines = printed.toString().readLines()
assert lines[0..3] == ['true', 'true 771.81', 'true', 'true']
// format, edition, region, round and stage
assert lines[4] == '5'
assert jars.any { it == 'jackson-databind-' + lines[5] + '.jar' }
assert lines[5].startsWith('2.17.')
