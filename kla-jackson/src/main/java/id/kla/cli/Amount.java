package id.kla.cli;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what may be spent. */
final class Amount implements ITypeConverter<BigDecimal> {

  private static final Pattern FORM = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,4})?");

  /** Made by picocli. */
  Amount() {}

  @Override
  public BigDecimal convert(String value) {
    if (!FORM.matcher(value).matches()) {
      throw new TypeConversionException(
          "found '" + value + "'; allowed: 0 to 999999999999.9999, such as 500000000 or 12.5");
    }
    return new BigDecimal(value);
  }
}
