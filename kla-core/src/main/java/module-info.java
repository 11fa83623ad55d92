/**
 * Scores for Indonesia's child-friendly regencies and cities: editions, assessments, scoring and
 * what follows from a score. No JSON and no command line.
 */
module id.kla.core {
  requires com.google.common;
  requires static com.google.errorprone.annotations;
  requires static org.immutables.value;
  requires static transitive org.jspecify;

  exports id.kla.assessment;
  exports id.kla.edition;
  exports id.kla.fault;
  exports id.kla.planning;
  exports id.kla.points;
  exports id.kla.policy;
  exports id.kla.region;
  exports id.kla.report;
  exports id.kla.rollup;
  exports id.kla.scoring;
  exports id.kla.simulation;
  exports id.kla.verification;
}
