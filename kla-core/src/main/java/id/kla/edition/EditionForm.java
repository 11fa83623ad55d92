package id.kla.edition;

import id.kla.edition.EditionDraft.DraftRow;
import id.kla.edition.EditionDraft.DraftTable;
import id.kla.fault.Canonical;

/** The canonical form of an edition: its tables but for accepted warnings, cell by cell. */
final class EditionForm {

  private EditionForm() {}

  static String of(Edition edition) {
    EditionDraft draft = EditionDraft.of(edition);
    return Canonical.form(
        "kla.edition/1",
        form -> {
          for (EditionTable table : EditionTable.values()) {
            DraftTable written = draft.tables().get(table);
            if (written != null && table != EditionTable.ACCEPTED) {
              written.rows().forEach(row -> row(form, table, row));
            }
          }
        });
  }

  private static void row(Canonical form, EditionTable table, DraftRow row) {
    form.group(
        table.code(), () -> table.columns().forEach(each -> form.text(each, row.find(each))));
  }
}
