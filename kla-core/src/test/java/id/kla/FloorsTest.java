package id.kla;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.kla.edition.Edition;
import id.kla.fault.Fault;
import id.kla.fault.FaultException;
import id.kla.points.Points;
import id.kla.region.Regions;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house of kla-core: which package stands on which floor, and what none of them may do. */
class FloorsTest {

  private static final String ROOT = "id.kla.";

  /** The table of the design; packages that do not exist yet have their floor already. */
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("points", 0),
          Map.entry("fault", 0),
          Map.entry("region", 1),
          Map.entry("edition", 1),
          Map.entry("assessment", 2),
          Map.entry("scoring", 3),
          Map.entry("verification", 4),
          Map.entry("rollup", 4),
          Map.entry("simulation", 4),
          Map.entry("planning", 5),
          Map.entry("policy", 5),
          Map.entry("report", 6));

  /** Of Error Prone; they are not there at run time. */
  private static final String ANNOTATIONS = "com.google.errorprone.annotations";

  private static final JavaClasses MAIN =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void check_seesTheClassesOfTheMainCode() {
    assertThat(MAIN.contain(Points.class)).isTrue();
    assertThat(MAIN.contain(Fault.class)).isTrue();
    assertThat(MAIN.contain(Regions.class)).isTrue();
    assertThat(MAIN.contain(Edition.class)).isTrue();
    assertThat(MAIN.contain(FloorsTest.class)).isFalse();
  }

  @Test
  void everyClass_liesInAPackageOfTheTable() {
    Set<String> found =
        MAIN.stream()
            .filter(type -> !isDeclaration(type))
            .map(FloorsTest::packageOf)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(found).contains("points", "edition").isSubsetOf(FLOORS.keySet());
  }

  @Test
  void everyPackage_importsOnlyFromLowerFloors() {
    lowerFloorsOnly(FLOORS).check(MAIN);
  }

  @Test
  void everyPackage_isFreeOfCycles() {
    slices().matching("id.kla.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void rule_aPackageThatImportsFromAbove_isAViolation() {
    Map<String, Integer> upsideDown = Map.of("edition", 0, "fault", 1, "points", 2);

    assertThat(violations(upsideDown))
        .contains("edition (floor 0) imports points (floor 2)")
        .contains("edition (floor 0) imports fault (floor 1)");
  }

  @Test
  void rule_aPackageThatImportsSideways_isAViolation() {
    Map<String, Integer> oneFloor = Map.of("edition", 1, "fault", 0, "points", 1);

    assertThat(violations(oneFloor))
        .contains("edition (floor 1) imports points (floor 1)")
        .doesNotContain("imports fault");
  }

  @Test
  void rule_aPackageOutsideTheTable_isAViolation() {
    Map<String, Integer> withoutPoints = Map.of("edition", 1, "fault", 0);

    assertThat(violations(withoutPoints)).contains("edition (floor 1) imports points (no floor)");
  }

  @Test
  void testing_isImportedByNoFloor() {
    noClasses().should().dependOnClassesThat().resideInAPackage("id.kla.testing..").check(MAIN);
  }

  @Test
  void testing_needsNoOtherTestCodeAndNoTestEngine() {
    JavaClasses testing =
        new ClassFileImporter().importPath(Path.of("target", "test-classes", "id/kla/testing"));

    classes()
        .that()
        .resideInAPackage("id.kla.testing")
        .should(importOnly("id.kla.testing", "java..", "org.jspecify.annotations", ANNOTATIONS))
        .check(testing);
    classes()
        .that()
        .resideInAPackage("id.kla.testing.jqwik")
        .should(
            importOnly(
                "id.kla.testing..",
                "java..",
                "org.jspecify.annotations",
                ANNOTATIONS,
                "net.jqwik.api.."))
        .check(testing);
  }

  @Test
  void core_hasNoJsonNoCommandLineNoLoggingAndNoNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.fasterxml..", "picocli..", "java.util.logging..", "java.net..", "org.slf4j..")
        .check(MAIN);
  }

  @Test
  void publicTypes_areNotSerializable_exceptExceptions() {
    noClasses()
        .that()
        .areNotEnums()
        .and()
        .areNotAssignableTo(Throwable.class)
        .and(describe("are public", FloorsTest::isPublic))
        .should()
        .beAssignableTo(Serializable.class)
        .check(MAIN);
    assertThat(MAIN.get(FaultException.class).isAssignableTo(Throwable.class)).isTrue();
  }

  @Test
  void publicSignatures_holdNoTypeOfGuava() {
    classes()
        .that(describe("are public", FloorsTest::isPublic))
        .should(exposeNoGuava())
        .check(MAIN);
  }

  @Test
  void rule_aPublicSignatureWithGuava_isAViolation() {
    JavaClasses wrong = new ClassFileImporter().importClasses(WithGuava.class);

    String found = classes().should(exposeNoGuava()).evaluate(wrong).getFailureReport().toString();

    assertThat(found)
        .contains("WithGuava.field")
        .contains("WithGuava.returned")
        .contains("WithGuava.taken")
        .contains("WithGuava.inside")
        .doesNotContain("WithGuava.hidden");
  }

  @Test
  void everyPackage_isNullMarked() {
    Set<String> packages =
        MAIN.stream()
            .filter(type -> !isDeclaration(type))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(packages)
        .contains("id.kla.points", "id.kla.edition")
        .allSatisfy(
            name ->
                assertThat(MAIN.getPackage(name).isAnnotatedWith(NullMarked.class))
                    .as(name)
                    .isTrue());
  }

  @Test
  void names_areNounsOfTheDomain() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
        .orShould()
        .haveNameMatching("(.*[.$])(Abstract|Default)[A-Z][^.$]*(\\$.*)?")
        .check(MAIN);
  }

  private static String violations(Map<String, Integer> floors) {
    return lowerFloorsOnly(floors).evaluate(MAIN).getFailureReport().toString();
  }

  private static ArchRule lowerFloorsOnly(Map<String, Integer> floors) {
    return classes()
        .that(describe("have a floor", type -> floors.containsKey(packageOf(type))))
        .should(importFromLowerFloors(floors));
  }

  private static ArchCondition<JavaClass> importFromLowerFloors(Map<String, Integer> floors) {
    return new ArchCondition<>("import only from lower floors") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String from = packageOf(type);
        int floor = floors.getOrDefault(from, Integer.MIN_VALUE);
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          String to = packageOf(target);
          if (!target.getPackageName().startsWith(ROOT) || to.equals(from)) {
            continue;
          }
          Integer below = floors.get(to);
          if (below == null || below >= floor) {
            events.add(
                SimpleConditionEvent.violated(
                    type,
                    from
                        + " (floor "
                        + floor
                        + ") imports "
                        + to
                        + (below == null ? " (no floor): " : " (floor " + below + "): ")
                        + dependency.getDescription()));
          }
        }
      }
    };
  }

  /** These packages, and the main code of kla. */
  private static ArchCondition<JavaClass> importOnly(String... packages) {
    DescribedPredicate<JavaClass> named = resideInAnyPackage(packages);
    return onlyDependOnClassesThat(
        describe(
            "are main code of kla or in " + List.of(packages),
            type -> {
              JavaClass base = type.getBaseComponentType();
              return base.isPrimitive() || named.test(base) || MAIN.contain(base.getName());
            }));
  }

  private static ArchCondition<JavaClass> exposeNoGuava() {
    DescribedPredicate<JavaClass> guava =
        describe("is Guava's", type -> type.getPackageName().startsWith("com.google.common"));
    return new ArchCondition<>("expose no type of Guava") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getAllFields()) {
          if (isOpen(field.getModifiers()) && anyMatch(Stream.of(field.getType()), guava)) {
            events.add(SimpleConditionEvent.violated(type, field.getFullName()));
          }
        }
        Stream.concat(type.getAllMethods().stream(), type.getConstructors().stream())
            .filter(unit -> isOpen(unit.getModifiers()))
            .filter(unit -> unit.getOwner().getPackageName().startsWith("id.kla"))
            .filter(unit -> anyMatch(types(unit), guava))
            .forEach(unit -> events.add(SimpleConditionEvent.violated(type, unit.getFullName())));
      }
    };
  }

  private static Stream<JavaType> types(JavaCodeUnit unit) {
    return Stream.concat(
        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()),
        unit.getTypeParameters().stream().flatMap(p -> p.getUpperBounds().stream()));
  }

  private static boolean anyMatch(Stream<JavaType> types, DescribedPredicate<JavaClass> wanted) {
    return types.flatMap(type -> type.getAllInvolvedRawTypes().stream()).anyMatch(wanted);
  }

  /** Says whether others can use it: everything that is public, or protected in a public class. */
  private static boolean isOpen(Set<JavaModifier> modifiers) {
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && !modifiers.contains(JavaModifier.BRIDGE);
  }

  /** Says whether a class is public, and so are all that it lies in. */
  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(FloorsTest::isPublic).orElse(true);
  }

  private static boolean isDeclaration(JavaClass type) {
    return type.getSimpleName().equals("package-info")
        || type.getSimpleName().equals("module-info");
  }

  /** Returns the package below the root, such as {@code points} for {@code id.kla.points.x}. */
  private static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT)) {
      return name;
    }
    String below = name.substring(ROOT.length());
    return below.indexOf('.') < 0 ? below : below.substring(0, below.indexOf('.'));
  }
}
