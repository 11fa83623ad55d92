package id.kla.planning;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** When a search must stop before it is done, and who hears how far it is. */
final class Limit {

  private final BooleanSupplier isOver;
  private final Listener listener;

  Limit(BooleanSupplier isOver, Listener listener) {
    this.isOver = isOver;
    this.listener = listener;
  }

  static Limit none() {
    return new Limit(() -> false, (best, bound) -> {});
  }

  /** Returns a limit that strikes after so many checks, too. */
  Limit orAfter(int checks) {
    int[] made = {0};
    return new Limit(() -> ++made[0] > checks || isOver.getAsBoolean(), listener);
  }

  /** Hears how far a search is. */
  interface Listener {
    /** Takes the best solution so far, and what none costs less than. */
    void accept(Optional<Choice> best, long bound);
  }

  void tell(Optional<Choice> best, long bound) {
    listener.accept(best, bound);
  }

  /** Throws if the search must stop. */
  void check() {
    if (isOver.getAsBoolean()) {
      throw new Struck();
    }
  }

  /** The search must stop. */
  static final class Struck extends RuntimeException {
    private static final long serialVersionUID = 1;

    Struck() {
      super("the limit of the search struck", null, false, false);
    }
  }
}
