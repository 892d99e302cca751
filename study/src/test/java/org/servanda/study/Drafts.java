package org.servanda.study;

import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioReader;

/// Small scenarios that solve in milliseconds.
public final class Drafts {
  /// Two principals, one of them with a secret, followed for two years.
  public static final String SMALL =
      """
      servanda: 1
      title: A border settled
      time: {start: 2000-01-01, step: P1Y, horizon: P2Y}
      parties:
        north: {role: principal, dispositions: {security-seeker: 0.6, expansionist: 0.4}}
        south: {role: principal}
      balance: {now: {low: 1, mode: 1.5, high: 3}}
      issue: {share: {north: 0.5, south: 0.5}, steps: 1}
      agreement:
        - non-aggression-pledge: {by: [north, south]}
      assumptions:
        war.cost: {low: 0.05, mode: 0.2, high: 0.5}
      alternatives:
        refusal: {refuse: true}
      """;

  private Drafts() {}

  /// {@return the scenario of a text}
  public static Scenario read(String text) {
    return ScenarioReader.read("draft.yaml", text).orThrow();
  }
}
