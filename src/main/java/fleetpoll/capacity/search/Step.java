package fleetpoll.capacity.search;

/** What a search does next. */
public sealed interface Step {

  /** A trial of this size. */
  record Try(int devices) implements Step {}

  /** Nothing: it has its answer. */
  record End(Finding finding) implements Step {}
}
