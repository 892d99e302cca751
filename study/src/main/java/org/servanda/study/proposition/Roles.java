package org.servanda.study.proposition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.scenario.Scenario;

/// Who plays which part in an accord.
///
/// *Protected* is the principal that some guarantor protects; if guarantors protect both or there
/// is none, the weaker one. *Challenger* is the other principal: a place in the comparison, not a
/// judgment. *Weaker* and *stronger* go by the balance of the scenario at its mode. The *guarantor*
/// is the first of the file that protects the protected side.
///
/// @param bound keys of parties by role, without `$`
/// @param first key of the first principal of the file
public record Roles(Map<String, String> bound, String first) {
  /// Principal that is protected.
  public static final String PROTECTED = "protected";

  /// The other principal.
  public static final String CHALLENGER = "challenger";

  /// Who protects it.
  public static final String GUARANTOR = "guarantor";

  /// The weaker principal.
  public static final String WEAKER = "weaker";

  /// The stronger principal.
  public static final String STRONGER = "stronger";

  /// Every role, without `$`.
  static final Set<String> ALL = Set.of(PROTECTED, CHALLENGER, GUARANTOR, WEAKER, STRONGER);

  /// A role in a text.
  static final Pattern IN_TEXT = Pattern.compile("\\$([A-Za-z-]*)");

  public Roles {
    bound = Map.copyOf(bound);
  }

  /// Parties that a file gives roles to.
  ///
  /// @param protectedSide key of a principal; null to find it
  /// @param guarantor key of a guarantor; null to find it
  public record Named(@Nullable String protectedSide, @Nullable String guarantor) {
    /// Nobody.
    public static final Named NOBODY = new Named(null, null);
  }

  /// {@return the roles in a scenario}
  ///
  /// @param named takes the place of what would be found
  /// @throws IllegalArgumentException if the roles cannot be told, or a name is not of such a party
  public static Roles of(Scenario scenario, Named named) {
    var roles = new LinkedHashMap<String, String>();
    double balance = scenario.balance().now().mode();
    if (balance != 1) {
      roles.put(STRONGER, (balance > 1 ? scenario.first() : scenario.second()).key());
      roles.put(WEAKER, (balance > 1 ? scenario.second() : scenario.first()).key());
    }
    String shielded = protectedSide(scenario, named, roles.get(WEAKER));
    roles.put(PROTECTED, shielded);
    roles.put(CHALLENGER, other(scenario, shielded));
    var guarantors = scenario.guarantors().stream().filter(g -> g.protects().contains(shielded));
    String guarantor =
        named.guarantor() == null
            ? guarantors.map(Party::key).findFirst().orElse(null)
            : oneOf(named.guarantor(), guarantors.map(Party::key).toList(), "guarantor of it");
    if (guarantor != null) {
      roles.put(GUARANTOR, guarantor);
    }
    return new Roles(roles, scenario.first().key());
  }

  private static String protectedSide(Scenario scenario, Named named, @Nullable String weaker) {
    var principals = scenario.principals().stream().map(Party::key).toList();
    if (named.protectedSide() != null) {
      return oneOf(named.protectedSide(), principals, "principal");
    }
    var shielded = new ArrayList<String>();
    for (String principal : principals) {
      if (scenario.guarantors().stream().anyMatch(g -> g.protects().contains(principal))) {
        shielded.add(principal);
      }
    }
    String found = shielded.size() == 1 ? shielded.getFirst() : weaker;
    if (found == null) {
      throw new IllegalArgumentException(
          "nobody is the protected side: both are as strong, and guarantors protect both or"
              + " nobody\n"
              + "Try: protected: "
              + principals.getFirst());
    }
    return found;
  }

  private static String oneOf(String name, List<String> known, String what) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "\"%s\" is no %s\nTry: %s"
              .formatted(name, what, known.isEmpty() ? "leave it out" : "one of " + known));
    }
    return name;
  }

  private static String other(Scenario scenario, String principal) {
    return (scenario.first().key().equals(principal) ? scenario.second() : scenario.first()).key();
  }

  /// {@return the party with a role}
  ///
  /// @param role without `$`
  /// @throws IllegalArgumentException if nobody has it
  public String party(String role) {
    String party = bound.get(role);
    if (party == null) {
      throw new IllegalArgumentException(
          "nobody is $%s in this accord\nTry: another accord, or another role".formatted(role));
    }
    return party;
  }

  /// {@return a text with parties in place of roles}
  ///
  /// @throws IllegalArgumentException if nobody has a role that is named
  public String fill(String text) {
    return IN_TEXT.matcher(text).replaceAll(found -> party(found.group(1)));
  }

  /// {@return whether the challenger is the second principal of the file}
  public boolean challengerIsSecond() {
    return party(PROTECTED).equals(first);
  }

  /// {@return `$` and the role that a party has in every accord, protected, challenger or
  /// guarantor; else its own key}
  public String roleOf(String party) {
    for (String role : List.of(PROTECTED, CHALLENGER, GUARANTOR)) {
      if (party.equals(bound.get(role))) {
        return "$" + role;
      }
    }
    return party;
  }
}
