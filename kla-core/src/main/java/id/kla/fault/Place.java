package id.kla.fault;

/** Where in the data something was found. */
public sealed interface Place {

  /** Returns the place in words of {@code language}, empty where it is not known. */
  String in(Language language);

  /** Returns no known place. */
  static Place unknown() {
    return Unknown.INSTANCE;
  }

  /** Returns a whole file, folder or stream. */
  static Place file(String name) {
    return new InFile(name);
  }

  /** Returns a place in a JSON document; line and column count from 1, 0 where not known. */
  static Place document(String name, String pointer, int line, int column) {
    return document(name, Pointer.of(pointer), line, column);
  }

  /** Does the same with a pointer that need not be written out. */
  static Place document(String name, Pointer pointer, int line, int column) {
    return new InDocument(name, pointer, line, column);
  }

  /** Returns a place in a table; the header is row 1, the column is given by its header. */
  static Place table(String name, int row, String column) {
    return new InTable(name, row, column);
  }

  /** Returns a part of an edition, such as indicator 19 of {@code kla-2024}; none: the whole. */
  static Place edition(String edition, Label part) {
    return new InEdition(edition, part);
  }

  /** No known place. */
  enum Unknown implements Place {
    /** The only one. */
    INSTANCE;

    @Override
    public String in(Language language) {
      return "";
    }
  }

  /**
   * A whole file, folder or stream.
   *
   * @param name what the caller calls it
   */
  record InFile(String name) implements Place {
    @Override
    public String in(Language language) {
      return Printable.of(name);
    }
  }

  /**
   * A place in a JSON document.
   *
   * @param name what the caller calls the document
   * @param at the JSON Pointer, empty for the whole document
   * @param line from 1, or 0
   * @param column from 1, or 0
   */
  record InDocument(String name, Pointer at, int line, int column) implements Place {
    /** Returns the JSON Pointer as it is written. */
    public String pointer() {
      return at.toString();
    }

    @Override
    public String in(Language language) {
      String where = line == 0 ? name : name + ":" + line + ":" + column;
      return Printable.of(pointer().isEmpty() ? where : where + " " + at);
    }
  }

  /**
   * A place in a table.
   *
   * @param name the file or sheet
   * @param row from 1 (the header), or 0 for the whole table
   * @param column the header of the column, or empty for the whole row
   */
  record InTable(String name, int row, String column) implements Place {
    @Override
    public String in(Language language) {
      boolean english = language == Language.ENGLISH;
      StringBuilder text = new StringBuilder(name);
      if (row > 0) {
        text.append(english ? ", row " : ", baris ").append(row);
      }
      if (!column.isEmpty()) {
        text.append(english ? ", column " : ", kolom ").append(column);
      }
      return Printable.of(text.toString());
    }
  }

  /**
   * A part of an edition.
   *
   * @param edition the edition's id
   * @param part which part, in words; empty for the whole edition
   */
  record InEdition(String edition, Label part) implements Place {
    @Override
    public String in(Language language) {
      return part.isEmpty() ? edition : edition + ", " + part.in(language);
    }
  }
}
