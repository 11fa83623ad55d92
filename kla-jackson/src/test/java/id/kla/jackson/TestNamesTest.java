package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Surefire runs classes by name; a test under another name would never run. */
class TestNamesTest {

  @Test
  void everyClassWithTests_bearsANameThatSurefireRuns() {
    List<Class<?>> withTests = classes().stream().filter(TestNamesTest::hasTests).toList();

    assertThat(withTests)
        .contains(TestNamesTest.class)
        .allSatisfy(
            type -> assertThat(outermost(type).getSimpleName()).matches("\\w*Test|\\w*Properties"));
  }

  private static List<Class<?>> classes() {
    Path root = Path.of("target", "test-classes");
    try (var files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .<Class<?>>map(TestNamesTest::load)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", ".");
    try {
      return Class.forName(name, false, TestNamesTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " is not on the path of the tests", e);
    }
  }

  /** Jupiter, jqwik and ArchUnit mark what they run with {@link Testable}. */
  private static boolean hasTests(Class<?> type) {
    return !Modifier.isAbstract(type.getModifiers())
        && !(AnnotationSupport.findAnnotatedMethods(
                    type, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                .isEmpty()
            && AnnotationSupport.findAnnotatedFields(type, Testable.class).isEmpty());
  }

  private static Class<?> outermost(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type : outermost(outer);
  }
}
