package fleetpoll.it.engine;

import fleetpoll.it.GatlingProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a test changes of the manifests: image, volume, network, sizes and the fleet. All else is as
 * users apply it.
 *
 * @param folder with a kustomization of its own
 */
record Overlay(Path folder) {

  static final Path BASE = Path.of("src/main/deploy/kubernetes").toAbsolutePath();

  private static final String KUSTOMIZATION =
      """
      apiVersion: kustomize.config.k8s.io/v1beta1
      kind: Kustomization
      resources:
        - %s
      images:
        - name: registry.example.com/fleetpoll
          newName: localhost/fleetpoll
          newTag: test
      configMapGenerator:
        - name: fleetpoll-settings
          behavior: replace
          files: [fleet.conf]
      generatorOptions:
        disableNameSuffixHash: true
      patches:
        - target: {kind: Job}
          patch: |
            - op: add
              path: /spec/template/spec/hostNetwork
              value: true
            - op: test
              path: /spec/template/spec/volumes/0/name
              value: results
            - op: replace
              path: /spec/template/spec/volumes/0
              value: {name: results, hostPath: {path: %s, type: Directory}}
            - op: replace
              path: /spec/template/spec/containers/0/resources
              value:
                requests: {cpu: 500m, memory: 512Mi}
                limits: {cpu: 500m, memory: 512Mi}
      %s
      """;

  /**
   * Writes it.
   *
   * @param results the folder of this machine that the volume is
   * @param settings of the fleet, in addition to the instant of its start
   * @param more at the end of the kustomization
   */
  static Overlay write(Path folder, Path results, List<String> settings, String more)
      throws IOException {
    Files.createDirectories(folder);
    String profile =
        Stream.of(List.of("start-at = ${START_AT}"), GatlingProcess.LENIENT, settings)
            .flatMap(List::stream)
            .collect(Collectors.joining("\n"));
    Files.writeString(folder.resolve("fleet.conf"), profile);
    Path base = folder.toRealPath().relativize(BASE.toRealPath());
    Files.writeString(
        folder.resolve("kustomization.yaml"), KUSTOMIZATION.formatted(base, results, more));
    return new Overlay(folder);
  }
}
