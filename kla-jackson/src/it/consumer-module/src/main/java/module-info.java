module consumer {
  requires id.kla.jackson;
}
