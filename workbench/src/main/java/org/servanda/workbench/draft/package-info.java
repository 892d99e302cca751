/// Scenario files as they are worked on: read into JSON, changed in place, chosen from the
/// catalogue.
package org.servanda.workbench.draft;
