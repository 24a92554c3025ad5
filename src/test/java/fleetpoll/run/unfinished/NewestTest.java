package fleetpoll.run.unfinished;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestTest {

  private final List<Integer> read = new ArrayList<>();
  private int newest = 1;

  @Test
  void aPlaceThatIsDeletedWhileItIsReadIsNotTheNewest() throws Exception {
    assertThat(
            whatIsRead(
                place -> {
                  if (place == 1) {
                    newest = 2;
                    throw new NoSuchFileException("1/run.json");
                  }
                  return note(place);
                }))
        .isEqualTo("content of 2");
  }

  @Test
  void aPlaceThatIsReplacedWhileItIsReadIsReadNoMore() throws Exception {
    assertThat(
            whatIsRead(
                place -> {
                  newest = Math.min(place + 1, 3);
                  return note(place);
                }))
        .isEqualTo("content of 3");
    assertThat(read).containsExactly(1, 2, 3);
  }

  @Test
  void aFileThatIsMissingInTheNewestPlaceIsMissing() {
    assertThatThrownBy(
            () ->
                whatIsRead(
                    place -> {
                      note(place);
                      throw new NoSuchFileException("run.json");
                    }))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(read).containsExactly(1);
  }

  @Test
  void aRunThatStoresFasterThanAnybodyReadsIsReadAsFarAsItIsThere() throws IOException {
    assertThat(
            whatIsRead(
                place -> {
                  newest++;
                  return note(place);
                }))
        .isEqualTo("content of " + Newest.MOST_ATTEMPTS);
  }

  private String whatIsRead(Newest.Reading<Integer, String> reading) throws IOException {
    return Newest.read(() -> newest, reading);
  }

  private String note(int place) {
    read.add(place);
    return "content of " + place;
  }
}
