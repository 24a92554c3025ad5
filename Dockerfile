# Fleetpoll as an image: generator, merge and report. First: mvn package -DskipTests
# A JRE of Debian's packages and nothing else: no shell, no package manager.
FROM gcr.io/distroless/java17-debian12

COPY target/image/ /fleetpoll/lib/
COPY user-files/resources/ /fleetpoll/user-files/resources/
COPY target/test-classes/ /fleetpoll/classes/
COPY target/classes/ /fleetpoll/classes/
# A new volume takes its owner from here.
COPY --chown=1000:1000 src/main/deploy/results/ /results/

USER 1000:1000
WORKDIR /fleetpoll

# The flags of `mvn gatling:test` (pom.xml), but a heap that follows the container's memory: the rest of it is for threads,
# buffers, classes and the page. -D and a main class come after them.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:InitialRAMPercentage=100", "-Xmn32m", \
  "-XX:MetaspaceSize=128m", "-XX:-HeapDumpOnOutOfMemoryError", "-XX:MaxRAMPercentage=60", \
  "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED", \
  "-cp", "/fleetpoll/classes:/fleetpoll/lib/*"]
CMD ["io.gatling.app.Gatling", "-s", "fleetpoll.simulation.DevicePollSimulation", "-rf", "/results"]
