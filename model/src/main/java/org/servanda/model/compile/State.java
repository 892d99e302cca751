package org.servanda.model.compile;

/// What everybody sees at the start of a period. Parts a scenario does not need never change.
///
/// @param balance steps of relative strength in favor of the first principal, 0 at signature
/// @param share steps of the issue conceded to the first principal, net, 0 at signature
/// @param standing of the agreement
/// @param firstAccession how far the first principal has come on its way into an alliance
/// @param secondAccession the same of the second principal
/// @param firstArms nuclear arms of the first principal
/// @param secondArms nuclear arms of the second principal
/// @param cohesion of the guarantors
/// @param transferred how many scheduled transfers of territory have taken place
/// @param expired whose neutrality pledge has run out: bit 0 the first principal's, bit 1 the
///   second's
public record State(
    int balance,
    int share,
    Standing standing,
    Accession firstAccession,
    Accession secondAccession,
    Arsenal firstArms,
    Arsenal secondArms,
    Cohesion cohesion,
    int transferred,
    int expired) {

  /// How far an applicant has come.
  public enum Accession {
    /// Not applied.
    OUTSIDE,
    /// Applied, not yet in.
    APPLICANT,
    /// In.
    MEMBER;

    /// {@return what counts in a war: an applicant is outside}
    Accession inWar() {
      return this == MEMBER ? MEMBER : OUTSIDE;
    }
  }

  /// How far a party is on the way to nuclear arms.
  public enum Arsenal {
    /// No program and no wish for one, or knowledge only.
    NONE,
    /// A short step from arms.
    THRESHOLD,
    /// Has nuclear arms.
    ARMED;

    Arsenal next() {
      return this == NONE ? THRESHOLD : ARMED;
    }

    /// {@return what counts in a war: to be close to arms is not to have them}
    Arsenal inWar() {
      return this == ARMED ? ARMED : NONE;
    }
  }

  /// Whether guarantors act together.
  public enum Cohesion {
    /// United.
    UNITED,
    /// Divided: acting costs each of them more.
    DIVIDED
  }

  State withBalance(int steps) {
    return new State(
        steps,
        share,
        standing,
        firstAccession,
        secondAccession,
        firstArms,
        secondArms,
        cohesion,
        transferred,
        expired);
  }

  State withShare(int steps) {
    return new State(
        balance,
        steps,
        standing,
        firstAccession,
        secondAccession,
        firstArms,
        secondArms,
        cohesion,
        transferred,
        expired);
  }

  /// Once the agreement binds no more, whether a pledge in it has run out does not matter.
  State withStanding(Standing next) {
    return new State(
        balance,
        share,
        next,
        firstAccession,
        secondAccession,
        firstArms,
        secondArms,
        cohesion,
        transferred,
        next.binds() ? expired : 0);
  }

  State withAccession(int principal, Accession next) {
    return new State(
        balance,
        share,
        standing,
        principal == 0 ? next : firstAccession,
        principal == 0 ? secondAccession : next,
        firstArms,
        secondArms,
        cohesion,
        transferred,
        expired);
  }

  State withArms(int principal, Arsenal next) {
    return new State(
        balance,
        share,
        standing,
        firstAccession,
        secondAccession,
        principal == 0 ? next : firstArms,
        principal == 0 ? secondArms : next,
        cohesion,
        transferred,
        expired);
  }

  State withCohesion(Cohesion next) {
    return new State(
        balance,
        share,
        standing,
        firstAccession,
        secondAccession,
        firstArms,
        secondArms,
        next,
        transferred,
        expired);
  }

  State withTransferred(int done) {
    return new State(
        balance,
        share,
        standing,
        firstAccession,
        secondAccession,
        firstArms,
        secondArms,
        cohesion,
        done,
        expired);
  }

  State withExpired(int principal) {
    return new State(
        balance,
        share,
        standing,
        firstAccession,
        secondAccession,
        firstArms,
        secondArms,
        cohesion,
        transferred,
        expired | 1 << principal);
  }

  /// {@return the same state after the move of this period: that the agreement is under review or
  /// that a pledge in it has run out matters for moves only, and follows from the date}
  State moved() {
    return new State(
        balance,
        share,
        standing == Standing.UNDER_REVIEW ? Standing.IN_FORCE : standing,
        firstAccession,
        secondAccession,
        firstArms,
        secondArms,
        cohesion,
        transferred,
        0);
  }

  /// {@return whether the neutrality pledge of a principal, 0 or 1, has run out}
  boolean expired(int principal) {
    return (expired >> principal & 1) == 1;
  }

  /// {@return nuclear arms of a principal, 0 or 1}
  public Arsenal arms(int principal) {
    return principal == 0 ? firstArms : secondArms;
  }

  /// {@return how far a principal, 0 or 1, has come on its way into an alliance}
  public Accession accession(int principal) {
    return principal == 0 ? firstAccession : secondAccession;
  }
}
