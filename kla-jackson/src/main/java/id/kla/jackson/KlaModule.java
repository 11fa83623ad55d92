package id.kla.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.AssessmentDraft;
import id.kla.assessment.AssessmentDraft.DraftTotal;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.assessment.Round;
import id.kla.assessment.StatedTotals;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.fault.Checked;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.GapReport;
import id.kla.planning.Measure;
import id.kla.planning.MeasureList;
import id.kla.planning.PlanReport;
import id.kla.planning.WhatIf;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import id.kla.region.Province;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.RollUpReport;
import id.kla.scoring.Basis;
import id.kla.scoring.Cause;
import id.kla.scoring.DigestRecord;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredCluster;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.Standing;
import id.kla.scoring.State;
import id.kla.scoring.View;
import id.kla.verification.EvidenceReport;
import id.kla.verification.Waterfall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lets Jackson's {@code ObjectMapper} read and write kla's values, in the forms of {@link
 * KlaFormat}.
 *
 * <p>Reading is strict, whatever the mapper is set to, except that what follows a value is the
 * mapper's business. Everything that is wrong with a value travels in one {@link
 * FaultyDocumentException}; warnings are dropped, {@link KlaJson} tells them.
 *
 * <p>Parts of an edition are read and written with the whole edition; parts of a score are written
 * by themselves, too, and read with the whole score. Closed choices such as {@link State} have the
 * words that documents write, in lower case, as values and as keys.
 *
 * <pre>{@code
 * ObjectMapper mapper = new ObjectMapper().registerModule(new KlaModule());
 * Assessment sheet = mapper.readValue(json, Assessment.class);
 * }</pre>
 */
public final class KlaModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  /** A mapper takes one module of each id: one that knows other editions is another one. */
  private final String typeId;

  /** Makes a module that knows the built-in editions; {@code findAndRegisterModules} finds it. */
  public KlaModule() {
    this(List.of());
  }

  private KlaModule(List<Edition> own) {
    super("kla", Version.unknownVersion());
    typeId =
        own.isEmpty()
            ? KlaModule.class.getName()
            : KlaModule.class.getName() + own.stream().map(Edition::id).toList();
    List<Edition> editions = KlaJson.known(own);
    document(Assessment.class, KlaFormat.ASSESSMENT, editions);
    document(ScoredAssessment.class, KlaFormat.SCORED, editions);
    document(Edition.class, KlaFormat.EDITION, editions);
    document(EvidenceReport.class, KlaFormat.EVIDENCE, editions);
    document(Waterfall.class, KlaFormat.STAGES, editions);
    document(RollUpReport.class, KlaFormat.ROLL_UP, editions);
    document(WhatIf.class, KlaFormat.WHAT_IF, editions);
    document(GapReport.class, KlaFormat.GAP, editions);
    document(PlanReport.class, KlaFormat.PLAN, editions);
    document(ActionPlanReport.class, KlaFormat.RAD, editions);
    document(MeasureList.class, KlaFormat.MEASURES, editions);
    document(UnitSurvey.class, KlaFormat.UNITS, editions);
    document(HistoryReport.class, KlaFormat.HISTORY, editions);
    bind(DeclaredResult.class, DocumentWriter::declared, DeclaredReader::one);
    bind(Fault.class, DocumentWriter::fault, FaultReader::one);
    value(Place.class, DocumentWriter::place, FaultReader::place);
    value(Label.class, DocumentWriter::label, FaultReader::label);
    value(Answer.class, DocumentWriter::answer, json -> new AnswerReader(json).answer());
    value(Response.class, DocumentWriter::response, json -> new AnswerReader(json).response());
    value(Share.class, DocumentWriter::shareObject, json -> new AnswerReader(json).share());
    value(Agency.class, DocumentWriter::agency, json -> of(new PartsReader(json).agency()));
    value(Evidence.class, DocumentWriter::evidence, json -> of(new PartsReader(json).document()));
    value(Evidence.Status.class, DocumentWriter::status, json -> new PartsReader(json).ruled());
    value(Finding.class, DocumentWriter::finding, json -> of(new PartsReader(json).finding()));
    value(StatedTotals.class, DocumentWriter::stated, KlaModule::stated);
    value(Points.class, DocumentWriter::points, JsonCursor::points);
    text(Ratio.class, KlaModule::ratio, FaultCode.BAD_NUMBER);
    text(Digest.class, Digest::find, FaultCode.BAD_DIGEST);
    text(RegionCode.class, RegionCode::find, FaultCode.BAD_REGION_CODE);
    text(Round.class, Round::find, FaultCode.BAD_ROUND);
    text(QuestionCode.class, QuestionCode::find, FaultCode.BAD_QUESTION_CODE);
    value(Region.class, DocumentWriter::region, json -> new ValueReader(json).region());
    value(Province.class, DocumentWriter::province, json -> new ValueReader(json).province());
    value(View.class, DocumentWriter::view, json -> new ValueReader(json).view());
    value(DigestRecord.class, DocumentWriter::digests, json -> new ValueReader(json).digests());
    word(Agency.Kind.class);
    word(Evidence.Ruling.class);
    word(Finding.Ruling.class);
    word(Measure.State.class);
    word(Severity.class);
    word(Region.Kind.class);
    word(Basis.class);
    word(State.class);
    word(Cause.class);
    // Parts of a score can't be told from made-up ones without the whole, and are not read alone.
    written(Standing.class, DocumentWriter::standing);
    written(ScoredCluster.class, DocumentWriter::cluster);
    written(ScoredIndicator.class, DocumentWriter::indicator);
    written(ScoredQuestion.class, DocumentWriter::question);
  }

  /** Returns a module that knows {@code editions} and after them the built-in ones. */
  public static KlaModule of(List<Edition> editions) {
    return new KlaModule(editions);
  }

  @Override
  public Object getTypeId() {
    return typeId;
  }

  // Bindings

  /** Reads a value at which the cursor stands. */
  private interface Reader<T> {
    Checked<T> read(JsonCursor json) throws IOException;
  }

  /** Reads a value whose faults the cursor keeps. */
  private interface Collector<T> {
    Optional<T> read(JsonCursor json) throws IOException;
  }

  private <T> void document(Class<T> type, KlaFormat<T> format, List<Edition> editions) {
    bind(
        type,
        (writer, value) -> format.write(writer, value),
        json -> format.reader().read(json, editions));
  }

  private <T> void value(Class<T> type, KlaFormat.Writer<T> writer, Collector<T> reader) {
    bind(
        type,
        writer,
        json -> {
          List<T> read = new ArrayList<>();
          json.value(() -> reader.read(json).ifPresent(read::add));
          return read.isEmpty() || json.errors() > 0
              ? Checked.failed(json.faults())
              : Checked.of(read.get(0), json.faults());
        });
  }

  private <T> void text(Class<T> type, Function<String, Optional<T>> parser, FaultCode fault) {
    value(
        type,
        (writer, value) -> writer.text(value.toString()),
        json -> new PartsReader(json).parsed(parser, fault));
    addKeySerializer(type, new Keys<>(type, Object::toString));
    addKeyDeserializer(type, new KeyParser<>(type, parser));
  }

  /** Binds a closed choice of ours as documents write it. */
  private <E extends Enum<E>> void word(Class<E> type) {
    value(
        type,
        (writer, value) -> writer.text(PartsReader.code(value)),
        json -> new PartsReader(json).word(type));
    addKeySerializer(type, new Keys<>(type, PartsReader::code));
    addKeyDeserializer(
        type,
        new KeyParser<>(
            type,
            key ->
                Stream.of(type.getEnumConstants())
                    .filter(each -> PartsReader.code(each).equals(key))
                    .findFirst()));
  }

  private <T> void written(Class<T> type, KlaFormat.Writer<T> writer) {
    addSerializer(type, new Serializer<>(type, writer));
    addDeserializer(type, new Unread<>(type));
  }

  private <T> void bind(Class<T> type, KlaFormat.Writer<T> writer, Reader<T> reader) {
    addSerializer(type, new Serializer<>(type, writer));
    addDeserializer(type, new Deserializer<>(type, reader));
  }

  private static <T> Optional<T> of(Optional<Written<T>> written) {
    return written.map(Written::value);
  }

  private static Optional<StatedTotals> stated(JsonCursor json) throws IOException {
    AssessmentDraft.Builder draft = AssessmentDraft.builder();
    AssessmentReader.stated(json, draft);
    AssessmentDraft read = draft.build();
    return Optional.of(
        StatedTotals.builder()
            .total(read.statedTotal())
            .clusters(totals(json, read.statedClusters()))
            .indicators(totals(json, read.statedIndicators()))
            .build());
  }

  private static Map<String, Points> totals(JsonCursor json, List<DraftTotal> written) {
    Map<String, Points> totals = new LinkedHashMap<>();
    for (DraftTotal total : written) {
      if (totals.putIfAbsent(total.code(), total.points()) != null) {
        json.report(Fault.of(FaultCode.DUPLICATE_CODE, total.place()).with("found", total.code()));
      }
    }
    return totals;
  }

  static Optional<Ratio> ratio(String text) {
    try {
      return Optional.of(Ratio.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static final class Serializer<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient KlaFormat.Writer<T> writer;

    Serializer(Class<T> type, KlaFormat.Writer<T> writer) {
      super(type);
      this.writer = writer;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      writer.write(new DocumentWriter(generator), value);
    }

    /** A document looks the same whatever the mapper writes into others. */
    @Override
    public void serializeWithType(
        T value, JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
        throws IOException {
      serialize(value, generator, provider);
    }
  }

  private static final class Deserializer<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Reader<T> reader;

    Deserializer(Class<T> type, Reader<T> reader) {
      super(type);
      this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      Checked<T> read = reader.read(JsonCursor.at(parser));
      try {
        return read.orThrow();
      } catch (FaultException e) {
        throw new FaultyDocumentException(parser, e);
      }
    }

    @Override
    public Object deserializeWithType(
        JsonParser parser, DeserializationContext context, TypeDeserializer types)
        throws IOException {
      return deserialize(parser, context);
    }
  }

  private static final class Unread<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    Unread(Class<T> type) {
      super(type);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return context.reportBadDefinition(
          handledType(),
          "a "
              + handledType().getSimpleName()
              + " is part of a score, and is read with the whole of it ("
              + KlaFormat.SCORED
              + ")");
    }
  }

  private static final class Keys<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<T, String> name;

    Keys(Class<T> type, Function<T, String> name) {
      super(type);
      this.name = name;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeFieldName(name.apply(value));
    }
  }

  private static final class KeyParser<T> extends KeyDeserializer {

    private final Class<T> type;
    private final Function<String, Optional<T>> parser;

    KeyParser(Class<T> type, Function<String, Optional<T>> parser) {
      this.type = type;
      this.parser = parser;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      Optional<T> value = parser.apply(key);
      return value.isPresent()
          ? value.get()
          : context.handleWeirdKey(type, key, "not a %s", type.getSimpleName());
    }
  }
}
