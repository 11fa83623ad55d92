module consumer {
  requires id.kla.jackson;
  requires id.kla.testing;
}
