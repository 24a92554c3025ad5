package fleetpoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hidden of a text, and what is not. */
class MasksTest {

  private static final Masks MASKS =
      Masks.of(
          List.of("X-Site", "pin"),
          Map.of("MY_KEY", "hunter2", "A_KEY", "ab", "NAME", "north", "PWD", "/home/fleet"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {"Authorization":"Bearer s3cret","a":"b"} | {"Authorization":"Bearer ***","a":"b"}
          {"x-api-key":"s3cret","a":1}      | {"x-api-key":"***","a":1}
          {"token":12345,"a":1}             | {"token":***,"a":1}
          {"token":"s3\\"cret","a":1}       | {"token":"***","a":1}
          {"Set-Cookie":"a=s3cret; b=c"}    | {"Set-Cookie":"***"}
          {"a":"token=s3cret"}              | {"a":"token=***"}
          {"token":"","a":1}                | {"token":"","a":1}
          {"X-SITE":"s3cret"}               | {"X-SITE":"***"}
          {"X-Sites":"north"}               | {"X-Sites":"north"}
          --session-timeout=30              | --session-timeout=30
          http://h/p?sig=a&X-Amz-Signature=s3cret | http://h/p?sig=a&X-Amz-Signature=***
          a /home/fleet b                   | a /home/fleet b
          {"token":"#{token}"}              | {"token":"#{token}"}
          {"Authorization":"Bearer #{jwt}"} | {"Authorization":"Bearer #{jwt}"}
          {"Cookie":"sid=#{sid}; t=s3cret"} | {"Cookie":"***#{sid}***"}
          {"keycloak":{"command":["a"]}}    | {"keycloak":{"command":["a"]}}
          ["a","--password","s3cret","b"]   | ["a","--password","***","b"]
          ["--no-token","--port","80"]      | ["--no-token","--port","80"]
          ["--api-key=s3cret","b"]          | ["--api-key=***","b"]
          ["--pin","1234"]                  | ["--pin","***"]
          ["--pinned","1234"]               | ["--pinned","1234"]
          ["-H","Authorization: Basic czNj"] | ["-H","Authorization: Basic ***"]
          ["sh","-c","TOKEN=s3cret exec a"] | ["sh","-c","TOKEN=*** exec a"]
          ["sh","-c","TOKEN='s3 cret' a"]   | ["sh","-c","TOKEN='***' a"]
          ["{\\"token\\":\\"s3cret\\",\\"a\\":1}"] | ["{\\"token\\":\\"***\\",\\"a\\":1}"]
          ["--token","#{port}"]             | ["--token","#{port}"]
          --token,s3cret,--port,80          | --token,***,--port,80
          -Ddb.password=s3cret,-Xmx1g       | -Ddb.password=***
          http://h/p?access_token=s3cret    | http://h/p?access_token=***
          http://u:s3cret@h:80/p            | http://***@h:80/p
          http://s3cret@h/                  | http://***@h/
          redis://:s3/c#ret@h:6379/1        | redis://***@h:6379/1
          u:s3cret@h:80                     | ***@h:80
          http://h:80/a@b                   | http://h:80/a@b
          http://keycloak:8080/hello        | http://keycloak:8080/hello
          http://my.key:8080                | http://my.key:8080
          say hunter2!                      | say ***!
          abc                               | abc
          """)
  void texts(String text, String shown) {
    assertThat(MASKS.text(text)).isEqualTo(shown);
    assertThat(MASKS.text(shown)).as("again").isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "endpoints[0].headers.Authorization, a b, ***",
    "endpoints[0].headers.Authorization, bearer a b, bearer ***",
    "'endpoints[0].headers.\"a.key\"', a, ***",
    "endpoints[0].headers.X-Session-Id, a, ***",
    "endpoints[0].headers.Accept, a, a",
    "endpoints[0].headers, token=a, token=***",
    "client.cookies, maybe, maybe",
    "targets.keycloak.command[1], a, a"
  })
  void valuesOfKeys(String key, String value, String shown) {
    assertThat(MASKS.value(key, value)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Key 'Authorization \"Bearer s3cret\"' may not be followed by token: '}'",
        "Reserved character '+' in 'token = s3cret'"
      })
  void whatTheParserQuotes(String message) {
    assertThat(MASKS.quoting(message)).doesNotContain("s3cret").startsWith(message.substring(0, 9));
  }

  @Test
  void theParsersOwnWordsStay() {
    String message = "Expecting a value but got wrong token: ']'";
    assertThat(MASKS.quoting(message)).isEqualTo(message);
  }

  @Test
  void whatAProgramSaysIsToldByWhatFollowsAName() {
    assertThat(MASKS.withoutValues("KeyError: 'DB_PASSWORD', not hunter2"))
        .isEqualTo("KeyError: 'DB_PASSWORD', not ***");
  }

  @Test
  void parametersThatDifferInASecretAreAlike() {
    Parameter one = MASKS.of(parameter("s3cret-1"));
    Parameter other = MASKS.of(parameter("s3cret-2"));
    assertThat(one.value()).isEqualTo(other.value()).isEqualTo("{\"key\":\"***\"}");
    assertThat(one.normal()).isEqualTo(other.normal()).isEqualTo("{\"key\":\"***\"}");
    assertThat(MASKS.contents("{\"key\":\"a\",\"n\":1}"))
        .isEqualTo(MASKS.contents("{\"key\":\"b\",\"n\":1}"))
        .isNotEqualTo(MASKS.contents("{\"key\":\"b\",\"n\":2}"));
  }

  private static Parameter parameter(String secret) {
    return new Parameter("a", "{\"key\":\"" + secret + "\"}", "a.conf:1")
        .meaning(Map.of("key", secret));
  }

  @Test
  void aLongTextTakesNoStack() {
    String secret = "a\\\\b".repeat(1_000) + "c".repeat(100_000);
    assertThat(MASKS.text("{\"key\":\"" + secret + "\"}")).isEqualTo("{\"key\":\"***\"}");
    assertThat(MASKS.text("key=" + secret)).isEqualTo("key=***");
  }
}
