package org.servanda.study.repair;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.study.statistic.Share;

/// How an agreement fares in a sample of worlds.
///
/// @param reaching worlds in which it survives as long as the target asks, of all; one without an
///   answer does not count as reaching
/// @param unsolved worlds without an answer
/// @param survival mean survival in the worlds with an answer, in [0, 1]
/// @param parties accounts of all parties, in the order of the scenario, over the worlds with an
///   answer for this agreement, the draft and refusing
public record Measured(Share reaching, int unsolved, double survival, List<PartyAccount> parties) {
  public Measured {
    parties = List.copyOf(parties);
  }

  /// {@return whether it reaches the target in enough of these worlds and everybody accepts}
  public boolean reaches(Target target) {
    return endures(target) && accepted();
  }

  /// {@return whether it survives long enough in enough of these worlds}
  public boolean endures(Target target) {
    return reaching.hits() >= target.needed(reaching.total());
  }

  /// {@return whether everybody who is asked accepts}
  public boolean accepted() {
    return refusing() == null;
  }

  /// {@return who lacks most to accept; absent if everybody does}
  public @Nullable PartyAccount refusing() {
    PartyAccount worst = null;
    for (var account : parties) {
      if (!account.accepts() && (worst == null || account.shortfall() > worst.shortfall())) {
        worst = account;
      }
    }
    return worst;
  }

  /// {@return the share of worlds that last long enough, plus less than half a world for mean
  /// survival, which decides between equal shares}
  double durability() {
    return reaching.value() + survival / (2.0 * reaching.total());
  }

  /// {@return what all parties together lack to accept}
  double shortfall() {
    return parties.stream().mapToDouble(PartyAccount::shortfall).sum();
  }

  /// {@return the account of a party}
  ///
  /// @throws IllegalArgumentException if there is none
  public PartyAccount party(String key) {
    for (var account : parties) {
      if (account.party().equals(key)) {
        return account;
      }
    }
    throw new IllegalArgumentException(
        "there is no party \"%s\"\nTry: one of %s"
            .formatted(key, parties.stream().map(PartyAccount::party).toList()));
  }
}
