package org.servanda.agreement.scenario;

import org.servanda.agreement.evidence.Estimate;

/// Strength of the first principal relative to the second.
///
/// @param now ratio of strengths at the signature, above 0; key `balance.now`
/// @param drift expected change of the log ratio per year; key `balance.drift`
/// @param volatility standard deviation of the yearly change of the log ratio, 0 or more; key
///   `balance.volatility`
public record Balance(Estimate now, Estimate drift, Estimate volatility) {}
