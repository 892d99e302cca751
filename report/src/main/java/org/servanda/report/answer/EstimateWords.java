package org.servanda.report.answer;

import java.util.List;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.evidence.Confidence;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.scenario.Scenario;

/// What an estimate means, in words instead of its key.
public final class EstimateWords {
  private EstimateWords() {}

  /// {@return the meaning of an estimate in one scenario, names isolated}
  ///
  /// @param key key of the estimate, for example `war.cost.russia`
  /// @param scenario the scenario it belongs to
  public static String of(String key, Scenario scenario) {
    var parameters = Parameters.standard();
    if (key.startsWith("balance.")) {
      return balance(key, scenario);
    }
    if (parameters.has(key)) {
      return parameters.parameter(key).about();
    }
    for (Party party : scenario.parties()) {
      String suffix = "." + party.key();
      if (key.endsWith(suffix)) {
        String base = key.substring(0, key.length() - suffix.length());
        if (parameters.has(base)) {
          return parameters.parameter(base).about() + " (" + name(party) + ")";
        }
        if (base.equals("issue.share")) {
          return "share of the issue that " + name(party) + " holds at signature";
        }
      }
      if (key.startsWith("parties." + party.key() + ".")) {
        return party(party, key.substring(party.key().length() + 9));
      }
    }
    return key.startsWith("agreement.") ? clause(key, scenario) : PlainText.clean(key);
  }

  private static String balance(String key, Scenario scenario) {
    String pair = name(scenario.first()) + " relative to " + name(scenario.second());
    return switch (key) {
      case "balance.now" -> "strength of " + pair + " at signature";
      case "balance.drift" -> "yearly drift of the strength of " + pair;
      case "balance.volatility" -> "how much that strength varies from year to year";
      default -> {
        var parameters = Parameters.standard();
        yield parameters.has(key) ? parameters.parameter(key).about() : key;
      }
    };
  }

  private static String party(Party party, String rest) {
    if (rest.startsWith("dispositions.")) {
      return "belief that "
          + name(party)
          + " is "
          + withArticle(rest.substring("dispositions.".length()))
          + ", before the record";
    }
    return rest.startsWith("leadership")
        ? "hazard that the leaders of " + name(party) + " are replaced"
        : name(party) + ": " + spaced(rest);
  }

  private static String clause(String key, Scenario scenario) {
    var parts = List.of(key.split("\\."));
    List<Clause> clauses = scenario.agreement().clauses();
    if (parts.size() < 4 || !parts.get(1).matches("\\d{1,3}")) {
      return key;
    }
    int place = Integer.parseInt(parts.get(1));
    String term = spaced(String.join(" ", parts.subList(3, parts.size())));
    return place <= clauses.size() && place >= 1
        ? "%s of clause %d (%s)".formatted(term, place, spaced(parts.get(2)))
        : key;
  }

  /// {@return the name of a disposition with its article, `an expansionist`, or bare if it is an
  /// adjective, `resolute`}
  ///
  /// @param disposition the disposition's word
  public static String withArticle(String disposition) {
    return switch (disposition) {
      case "security-seeker" -> "a security-seeker";
      case "expansionist" -> "an expansionist";
      default -> PlainText.clean(disposition);
    };
  }

  /// {@return how far a number can be relied on, in words}
  ///
  /// @param confidence the tag
  public static String confidence(Confidence confidence) {
    return switch (confidence) {
      case VERIFIED -> "verified";
      case SURE -> "sure";
      case FAIRLY_SURE -> "fairly sure";
      case DERIVED -> "derived";
      case CHECK -> "unchecked";
    };
  }

  private static String spaced(String words) {
    return PlainText.clean(words.replace('-', ' ').replace('.', ' '));
  }

  private static String name(Party party) {
    return PlainText.isolated(party.name());
  }
}
