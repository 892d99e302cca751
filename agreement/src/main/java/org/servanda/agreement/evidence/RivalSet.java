package org.servanda.agreement.evidence;

/// One school's values for a parameter on which schools differ.
///
/// @param key the parameter
/// @param name the set, for example `leeds-2003`
/// @param estimate the values, under the parameter's key
/// @param about what the set rests on, one line
public record RivalSet(String key, String name, Estimate estimate, String about) {}
