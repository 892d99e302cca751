/// What things cost. A benchmark's workload never changes under its name.
package org.servanda.benchmarks;
