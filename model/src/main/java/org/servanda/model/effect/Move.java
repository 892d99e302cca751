package org.servanda.model.effect;

/// What a principal can do when it has the initiative.
public enum Move {
  /// Keep to the agreement, or simply wait.
  COMPLY("comply"),
  /// Add to its own strength.
  BUILD("build up"),
  /// Ask for a further step of the disputed issue.
  DEMAND("demand"),
  /// Attack the other principal.
  ATTACK("attack"),
  /// Apply for membership in an alliance.
  APPLY("apply for membership"),
  /// Work towards nuclear arms.
  NUCLEAR_STEP("nuclear step"),
  /// Leave the agreement formally.
  EXIT("leave formally");

  private final String words;

  Move(String words) {
    this.words = words;
  }

  /// {@return the move in words, infinitive}
  public String words() {
    return words;
  }
}
