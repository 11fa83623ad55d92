/** JSON for kla, and the command {@code kla}. */
module id.kla.jackson {
  requires transitive id.kla.core;
  requires com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.csv;
  requires java.xml;
  requires static info.picocli;
  requires static org.apache.commons.compress;
  requires static org.dhatim.fastexcel;
  requires static org.dhatim.fastexcel.reader;
  requires static org.jspecify;

  exports id.kla.jackson;
  exports id.kla.table;

  provides com.fasterxml.jackson.databind.Module with
      id.kla.jackson.KlaModule;

  opens id.kla.cli to
      info.picocli;
}
