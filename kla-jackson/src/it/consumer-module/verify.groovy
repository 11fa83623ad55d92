def lib = new File(basedir, 'target/lib')
def jars = lib.list().sort()
assert jars.any { it.startsWith('kla-jackson-') }
assert !jars.any { it =~ /^(value|error_prone_.*|nullaway|picocli)-/ }

def java = new File(System.getProperty('java.home'), 'bin/java').path
def path = [new File(basedir, 'target/classes'), lib].join(File.pathSeparator)
def sheet = new File(basedir, '../../../examples/ogan-ilir-2024.json').path
def run = [java, '-p', path, '-m', 'consumer/consumer.Main', sheet].execute()
def printed = new StringBuffer()
run.waitForProcessOutput(printed, System.err)
assert run.exitValue() == 0
assert printed.toString().readLines() == ['771.81 NINDYA', '6.3 9 of 21 SETTLED', 'true']
