package org.servanda.model.compile;

/// Parts of a payoff, so that a difference in worth can be traced to what makes it.
public enum Component {
  /// Holding the disputed issue, up to the status quo.
  SHARE("share of the issue held"),
  /// Gains beyond the status quo, weighted by greed.
  GAINS("gains beyond the status quo"),
  /// Vulnerability to attack, weighted by fear.
  FEAR("vulnerability to attack"),
  /// Fighting.
  WAR("cost of war"),
  /// Being conquered.
  CONQUEST("being conquered"),
  /// Political and organizational cost of moves.
  FRICTION("cost of acting"),
  /// Being seen to break a pledge.
  REPUTATION("reputation of a broken pledge"),
  /// Backing down in public.
  AUDIENCE("backing down in public"),
  /// Sanctions suffered.
  SANCTIONS("sanctions"),
  /// Aid and relief received or paid.
  AID("aid and relief"),
  /// A guarantor's stake in those it protects.
  PROTECTION("stake in the protected side"),
  /// A guarantor's cost of not doing what it promised.
  RENEGING("reneging on a guarantee");

  private final String words;

  Component(String words) {
    this.words = words;
  }

  /// {@return the component in words}
  public String words() {
    return words;
  }
}
