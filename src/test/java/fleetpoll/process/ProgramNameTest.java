package fleetpoll.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramNameTest {

  private static List<String> candidates(String file, String... words) {
    return ProgramName.candidates(
        Optional.ofNullable(file), List.of(words), Optional.of("short\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "/usr/sbin/nginx, nginx -c /etc/nginx.conf, nginx",
    "/usr/bin/python3.11, /usr/bin/python3 /usr/bin/gunicorn app:app, gunicorn",
    "/usr/bin/python3.11, python3 -X dev -u -m uvicorn app:app, uvicorn",
    "/usr/bin/python3.11, python3 -c import_secret, python3.11",
    "/usr/bin/python3.11, python3, python3.11",
    "/usr/bin/node, node --inspect -r ./trace /srv/app.js --token x, app.js",
    "/usr/lib/jvm/bin/java, java -Xmx64m -cp /a:/b -Dkey=secret -jar /srv/shop.jar, shop.jar",
    "/usr/lib/jvm/bin/java, java -cp /a:/b com.example.Shop --token x, com.example.Shop",
    "/usr/lib/jvm/bin/java, java -p /mods -m shop/com.example.Shop, com.example.Shop",
    "/usr/bin/bash, bash -c serve_with_secret, bash",
    "/usr/bin/ruby3.1, ruby /usr/bin/puma, puma",
    "/opt/server (deleted), ./server, server",
    "/opt/my server, x --password=y, x"
  })
  void theMostTellingNameGoesFirst(String file, String words, String name) {
    assertThat(candidates(file, words.split(" "))).startsWith(name);
  }

  @Test
  void aTitleTellsMoreThanTheFile() {
    assertThat(candidates("/usr/bin/python3.11", "gunicorn: master [app:app]"))
        .containsExactly("gunicorn", "python3.11", "short");
    assertThat(candidates("/usr/sbin/nginx", "nginx: worker process"))
        .containsExactly("nginx", "short");
  }

  @Test
  void aProgramMayRunUnderAnotherName() {
    assertThat(candidates("/usr/bin/podman", "rootlessport", "--pid"))
        .containsExactly("podman", "rootlessport", "short");
  }

  @Test
  void aFileThatIsNotShownLeavesTheOtherNames() {
    assertThat(candidates(null, "/usr/bin/socat", "TCP-LISTEN:80"))
        .containsExactly("socat", "short");
    assertThat(candidates(null)).containsExactly("short");
  }

  @Test
  void nothingThatIsNoNameIsShown() {
    assertThat(candidates("/usr/bin/python3", "python3", "a b;c=secret"))
        .containsExactly("python3", "short");
  }

  @Test
  void thisProcessHasAName() {
    assertThat(ProgramName.of(ProcessHandle.current().pid())).isPresent();
    assertThat(ProgramName.of(Integer.MAX_VALUE)).isEmpty();
  }
}
