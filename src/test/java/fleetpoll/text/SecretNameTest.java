package fleetpoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Auth",
        "auth",
        "AUTH",
        "X_AUTH_USER",
        "apiAuth",
        "authInfo",
        "X-Pwd",
        "dbpwd",
        "X-Signature",
        "X-Session",
        "X-Session-Id",
        "X-SESSION-TICKET",
        "session",
        "mySession",
        "sessionId",
        "JSESSIONID",
        "PHPSESSID",
        "session_id"
      })
  void ofSecrets(String name) {
    assertThat(SecretName.is(name)).isTrue();
    assertThat(SecretName.isVariable(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "author",
        "AUTHOR",
        "X-Author",
        "authority",
        "X-Sessions",
        "OBSESSION",
        "session-timeout",
        "server.session.timeout",
        "sessionTimeout",
        "design",
        "Accept"
      })
  void ofNone(String name) {
    assertThat(SecretName.is(name)).isFalse();
    assertThat(SecretName.isVariable(name)).isFalse();
  }

  @Test
  void theShellsFoldersAreVariablesOnly() {
    assertThat(SecretName.isVariable("PWD")).isFalse();
    assertThat(SecretName.isVariable("OLDPWD")).isFalse();
    assertThat(SecretName.is("PWD")).isTrue();
  }
}
