package id.kla.table;

import id.kla.fault.Fault;
import id.kla.fault.Place;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through worksheets before a library reads them, which would make room for every cell up to
 * the last, and copy a shared formula into each of its cells.
 */
final class WorksheetCheck {

  private static final long FORMULAS = 16L << 20;

  private final String name;
  private final Map<String, Long> formulas = new HashMap<>();
  private long formulaLength;
  private boolean needsStyles;

  WorksheetCheck(String name) {
    this.name = name;
  }

  /** Says whether a number was seen that has a style, and so may be a day or a share. */
  boolean needsStyles() {
    return needsStyles;
  }

  /** Returns the fault of a worksheet that is larger than is read. */
  Optional<Fault> look(byte[] content) throws XMLStreamException {
    formulas.clear();
    formulaLength = 0;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
    try {
      return read(xml);
    } finally {
      xml.close();
    }
  }

  private Optional<Fault> read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        Optional<Fault> fault =
            switch (xml.getLocalName()) {
              case "row" -> row(xml);
              case "c" -> cell(xml);
              case "f" -> formula(xml);
              default -> Optional.empty();
            };
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> row(XMLStreamReader xml) {
    String row = xml.getAttributeValue(null, "r");
    return row != null && (row.length() > 7 || Integer.parseInt(row) > Limits.ROWS)
        ? Optional.of(Limits.tooMany(Place.file(name), Limits.ROWS))
        : Optional.empty();
  }

  private Optional<Fault> cell(XMLStreamReader xml) {
    String style = xml.getAttributeValue(null, "s");
    String type = xml.getAttributeValue(null, "t");
    needsStyles |= style != null && !style.equals("0") && (type == null || type.equals("n"));
    String address = xml.getAttributeValue(null, "r");
    if (address == null) {
      return Optional.empty();
    }
    long column = 0;
    for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
      column = Math.min(26 * column + Character.toUpperCase(address.charAt(i)) - 'A' + 1, 1 << 30);
    }
    return column > Limits.COLUMNS
        ? Optional.of(Limits.tooMany(Place.file(name), Limits.COLUMNS))
        : Optional.empty();
  }

  private Optional<Fault> formula(XMLStreamReader xml) throws XMLStreamException {
    String shared = xml.getAttributeValue(null, "si");
    long length = xml.getElementText().length();
    if (shared != null) {
      formulas.merge(shared, length, Math::max);
      formulaLength += formulas.getOrDefault(shared, 0L);
    }
    return formulaLength > FORMULAS
        ? Optional.of(Limits.tooLarge(name, FORMULAS))
        : Optional.empty();
  }
}
