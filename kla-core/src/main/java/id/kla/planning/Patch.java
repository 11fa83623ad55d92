package id.kla.planning;

import id.kla.assessment.Answer;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.QuestionCode;

/** One change of a sheet that a {@link WhatIf} tries. */
public sealed interface Patch {

  /**
   * Another answer, or the first one, to a question.
   *
   * @param question the question
   * @param answer the answer
   */
  record SetAnswer(QuestionCode question, Answer answer) implements Patch {}

  /**
   * No answer to a question any more.
   *
   * @param question the question
   */
  record RemoveAnswer(QuestionCode question) implements Patch {}

  /**
   * A document, in the place of one with the same id or as a new one.
   *
   * @param evidence the document
   */
  record SetEvidence(Evidence evidence) implements Patch {}

  /**
   * A document that is no longer there.
   *
   * @param id its id
   */
  record RemoveEvidence(String id) implements Patch {}

  /**
   * A finding, in the place of one of the same question and stage or as a new one.
   *
   * @param finding the finding
   */
  record SetFinding(Finding finding) implements Patch {}

  /**
   * No finding of a question at a stage any more.
   *
   * @param question the question
   * @param stage code or alias of the stage
   */
  record RemoveFinding(QuestionCode question, String stage) implements Patch {}
}
