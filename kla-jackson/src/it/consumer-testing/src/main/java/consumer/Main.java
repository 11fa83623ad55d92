package consumer;

import id.kla.edition.Editions;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.testing.Generators;

final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // The README's example.
    KlaJson json = KlaJson.strict();
    Generators.assessments(Editions.kla2024()).seeded(42).limit(100).forEach(sheet -> {
      String stored = json.write(KlaFormat.ASSESSMENT, sheet);
      assertEquals(sheet, json.read(KlaFormat.ASSESSMENT, stored).orThrow());
    });

    System.out.println(Generators.nations().at(42, 0).size());
    System.out.println(Generators.class.getModule().getName());
  }

  private static void assertEquals(Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new AssertionError("expected " + expected + ", found " + found);
    }
  }
}
