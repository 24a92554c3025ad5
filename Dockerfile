# Fleetpoll as an image: generator, merge and report. First: mvn package -DskipTests
# A JRE of Debian's packages and nothing else: no shell, no package manager.
FROM gcr.io/distroless/java17-debian12

COPY src/main/deploy/java.args /fleetpoll/
COPY target/image/ /fleetpoll/lib/
COPY user-files/resources/ /fleetpoll/user-files/resources/
COPY target/test-classes/ /fleetpoll/classes/
COPY target/classes/ /fleetpoll/classes/
# A new volume takes its owner from here.
COPY --chown=1000:1000 src/main/deploy/results/ /results/

USER 1000:1000
WORKDIR /fleetpoll

# -D and a main class come after them.
ENTRYPOINT ["java", "@/fleetpoll/java.args", "-cp", "/fleetpoll/classes:/fleetpoll/lib/*"]
CMD ["io.gatling.app.Gatling", "-s", "fleetpoll.simulation.DevicePollSimulation", "-rf", "/results"]
