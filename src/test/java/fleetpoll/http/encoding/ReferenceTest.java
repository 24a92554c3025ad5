package fleetpoll.http.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By RFC 3986's own examples, and some that it leaves out. */
class ReferenceTest {

  private static void leads(String base, String written, String to) {
    assertThat(Reference.of(base).resolve(Reference.of(written))).isEqualTo(Reference.of(to));
  }

  /** Section 5.4.1. */
  @ParameterizedTest
  @CsvSource({
    "g:h, g:h",
    "g, http://a/b/c/g",
    "./g, http://a/b/c/g",
    "g/, http://a/b/c/g/",
    "/g, http://a/g",
    "//g, http://g",
    "?y, http://a/b/c/d;p?y",
    "g?y, http://a/b/c/g?y",
    "#s, http://a/b/c/d;p?q#s",
    "g#s, http://a/b/c/g#s",
    "g?y#s, http://a/b/c/g?y#s",
    ";x, http://a/b/c/;x",
    "g;x, http://a/b/c/g;x",
    "g;x?y#s, http://a/b/c/g;x?y#s",
    "'', http://a/b/c/d;p?q",
    "., http://a/b/c/",
    "./, http://a/b/c/",
    ".., http://a/b/",
    "../, http://a/b/",
    "../g, http://a/b/g",
    "../.., http://a/",
    "../../, http://a/",
    "../../g, http://a/g"
  })
  void normalExamples(String written, String to) {
    leads("http://a/b/c/d;p?q", written, to);
  }

  /** Section 5.4.2. */
  @ParameterizedTest
  @CsvSource({
    "../../../g, http://a/g",
    "../../../../g, http://a/g",
    "/./g, http://a/g",
    "/../g, http://a/g",
    "g., http://a/b/c/g.",
    ".g, http://a/b/c/.g",
    "g.., http://a/b/c/g..",
    "..g, http://a/b/c/..g",
    "./../g, http://a/b/g",
    "./g/., http://a/b/c/g/",
    "g/./h, http://a/b/c/g/h",
    "g/../h, http://a/b/c/h",
    "g;x=1/./y, http://a/b/c/g;x=1/y",
    "g;x=1/../y, http://a/b/c/y",
    "g?y/./x, http://a/b/c/g?y/./x",
    "g?y/../x, http://a/b/c/g?y/../x",
    "g#s/./x, http://a/b/c/g#s/./x",
    "g#s/../x, http://a/b/c/g#s/../x",
    "http:g, http:g"
  })
  void abnormalExamples(String written, String to) {
    leads("http://a/b/c/d;p?q", written, to);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a, g, http://a/g",
    "http://a/b//c, ../g, http://a/b/g",
    "http://a/b, //c//d/.., http://c//",
    "http://a/b|c/[d]?{e}, g, http://a/b|c/g",
    "http://a/b|c/[d]?{e}, '', http://a/b|c/[d]?{e}",
    "http://a/b, ?, http://a/b?",
    "http://a/b, HTTP://c:8/d?e=f?g, HTTP://c:8/d?e=f?g",
    "http://a/b/c, 1:2/d, http://a/b/1:2/d"
  })
  void otherExamples(String base, String written, String to) {
    leads(base, written, to);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a, http://a, /",
    "http://a?b, http://a, /?b",
    "//u@[::1]:8/a%2f100%?5%, //u@[::1]:8, /a%2f100%25?5%25",
    "/a[0]|\u00c3\u00bc? x, //, /a[0]%7C%C3%BC?%20x"
  })
  void aReceivedOneBecomesARequestsTarget(String received, String site, String target) {
    Reference reference = Reference.received(received);
    assertThat(reference.target()).isEqualTo(target);
    assertThat(reference.site()).endsWith(site);
  }
}
