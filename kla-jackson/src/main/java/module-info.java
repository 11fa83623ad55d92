/** JSON for kla, and the command {@code kla}. */
module id.kla.jackson {
  requires transitive id.kla.core;
  requires com.fasterxml.jackson.core;
  requires static info.picocli;
  requires static org.jspecify;

  exports id.kla.jackson;

  opens id.kla.cli to
      info.picocli;
}
