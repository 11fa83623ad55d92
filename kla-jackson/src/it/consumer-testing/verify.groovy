def lib = new File(basedir, 'target/lib')
def jars = lib.list().sort()
assert !jars.any { it =~ /^(jqwik|junit|opentest4j|apiguardian)/ }

def testing = new java.util.zip.ZipFile(new File(lib, jars.find { it.endsWith('-tests.jar') }))
def entries = testing.entries().collect { it.name }.findAll { !it.endsWith('/') }
testing.close()
assert entries.contains('id/kla/testing/jqwik/KlaDomain.class')
assert entries.every { it.startsWith('id/kla/testing/') || it.startsWith('META-INF/') }

def java = new File(System.getProperty('java.home'), 'bin/java').path
def path = [new File(basedir, 'target/classes'), lib].join(File.pathSeparator)
def run = [java, '-p', path, '-m', 'consumer/consumer.Main'].execute()
def printed = new StringBuffer()
run.waitForProcessOutput(printed, System.err)
assert run.exitValue() == 0
assert printed.toString().readLines() == ['514', 'id.kla.testing']
