package fleetpoll;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages' arrows run one way, and the library knows no Gatling. */
@AnalyzeClasses(packages = "fleetpoll", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("settings")
          .definedBy("fleetpoll.settings")
          .layer("schedule")
          .definedBy("fleetpoll.schedule")
          .layer("record")
          .definedBy("fleetpoll.record")
          .layer("http")
          .definedBy("fleetpoll.http")
          .layer("target")
          .definedBy("fleetpoll.target")
          .layer("watch")
          .definedBy("fleetpoll.watch")
          .layer("live")
          .definedBy("fleetpoll.live")
          .layer("run")
          .definedBy("fleetpoll.run")
          .layer("compare")
          .definedBy("fleetpoll.compare")
          .layer("client")
          .definedBy("fleetpoll.client")
          .layer("study")
          .definedBy("fleetpoll.study")
          .layer("report")
          .definedBy("fleetpoll.report")
          .layer("cli")
          .definedBy("fleetpoll.cli")
          .whereLayer("schedule")
          .mayOnlyBeAccessedByLayers("record", "live", "run", "compare", "study", "report", "cli")
          .whereLayer("record")
          .mayOnlyBeAccessedByLayers(
              "http", "live", "run", "client", "compare", "study", "report", "cli")
          .whereLayer("http")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("target")
          .mayOnlyBeAccessedByLayers("run", "compare", "study", "report", "cli")
          .whereLayer("watch")
          .mayOnlyBeAccessedByLayers("run", "compare", "study", "report", "cli")
          .whereLayer("live")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("run")
          .mayOnlyBeAccessedByLayers("compare", "study", "report", "cli")
          .whereLayer("client")
          .mayOnlyBeAccessedByLayers("study")
          .whereLayer("study")
          .mayOnlyBeAccessedByLayers("report", "cli")
          .whereLayer("compare")
          .mayOnlyBeAccessedByLayers("report", "cli")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule THE_LIBRARY_KNOWS_NO_GATLING =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.gatling..");

  @ArchTest
  static final ArchRule THE_ADAPTER_IS_KNOWN_TO_SIMULATIONS_ALONE =
      noClasses().should().dependOnClassesThat().resideInAPackage("fleetpoll.gatling..");
}
