package org.servanda.study.repair;

/// Small scenarios that solve in milliseconds, to be repaired.
final class RepairDrafts {
  /// The first principal is much stronger and the second has a guarantor with little but words.
  static final String GUARANTEED =
      """
      servanda: 1
      title: A promise to the weaker side
      time: {start: 2000-01-01, step: P1Y, horizon: P2Y}
      parties:
        north: {name: North, role: principal, dispositions: {security-seeker: 0.2, expansionist: 0.8}}
        south: {name: South, role: principal}
        west: {name: West, role: guarantor, of: [south], dispositions: {resolute: 1}}
      balance: {now: {low: 2, mode: 5, high: 9}}
      issue: {share: {north: 0.5, south: 0.5}, steps: 1}
      agreement:
        - non-aggression-pledge: {by: [north, south]}
        - security-guarantee: {by: west, to: south, level: assurance}
      assumptions:
        war.cost: {low: 0.0, mode: 0.05, high: 0.3}
      """;

  /// An alternative that lifts sanctions.
  static final String RELIEF =
      """
      alternatives:
        relief: {add: [{sanctions-relief: {by: west, to: north, size: 0.1}}]}
      """;

  /// A draft with a clause of nearly every kind.
  static final String EVERYTHING =
      """
      servanda: 1
      title: A long treaty
      time: {start: 2000-01-01, step: P1Y, horizon: P2Y}
      parties:
        north: {role: principal, nuclear: latent, seeks: the pact}
        south: {role: principal, nuclear: threshold, seeks: the pact}
        west: {role: guarantor, of: [north, south]}
      balance: {now: {low: 1, mode: 2, high: 4}}
      issue: {share: {north: 0.5, south: 0.5}, steps: 1}
      agreement:
        - neutrality-pledge: {by: south}
        - non-aggression-pledge: {by: [north, south]}
        - force-limit: {by: north, cap: 1}
        - disarmament: {by: south, of: nuclear}
        - territorial-terms: {from: south, to: north, share: 0.1, when: P1Y}
        - demilitarized-zone: {where: the border, strength: {low: 0.2, mode: 0.4, high: 0.6}}
        - peacekeepers: {strength: 0.3}
        - security-guarantee: {by: west, to: south, level: consultation}
        - verification: {of: all, attribution: {low: 0.4, mode: 0.6, high: 0.8}}
        - snapback: {of: north, automatic: 0.4}
        - sanctions-relief: {by: west, to: north, size: 0.05}
        - aid: {by: west, to: south, size: {low: 0.01, mode: 0.02, high: 0.05}, years: P3Y}
        - sunset: {when: P10Y}
        - exit-clause: {notice: P6M}
        - review: {when: P1Y}
        - implementation-commission: {}
      """;

  private RepairDrafts() {}
}
