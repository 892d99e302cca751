package org.servanda.study.repair;

import org.servanda.study.statistic.Share;

/// What an agreement is worth to a party, beside refusing and beside the draft.
///
/// @param party its key
/// @param asked whether the agreement needs it: a principal, or a guarantor that a clause names
/// @param againstRefusing value less that of refusing, in stakes, on average over the worlds
/// @param againstDraft value less that of the agreement as drafted, in stakes, on average over the
///   worlds
/// @param better worlds in which it is not worse off than refusing
public record PartyAccount(
    String party, Asked asked, double againstRefusing, double againstDraft, Share better) {
  /// Differences of this size are rounding, in stakes.
  static final double ROUNDING = 1e-9;

  private static final double MOST_WORLDS = 0.5;

  /// Whether an agreement needs a party.
  public enum Asked {
    /// It must accept.
    MUST_ACCEPT,
    /// It is not asked.
    BYSTANDER
  }

  /// {@return whether it would accept: not worse off than refusing on average, nor in most worlds;
  /// a bystander always does}
  public boolean accepts() {
    return asked == Asked.BYSTANDER || shortfall() <= 0;
  }

  /// {@return how far it is from accepting: the stakes it lacks on average, plus the share of
  /// worlds it lacks to half of them; 0 if it accepts or is not asked}
  double shortfall() {
    return asked == Asked.BYSTANDER
        ? 0
        : Math.max(0, -againstRefusing - ROUNDING) + Math.max(0, MOST_WORLDS - better.value());
  }
}
