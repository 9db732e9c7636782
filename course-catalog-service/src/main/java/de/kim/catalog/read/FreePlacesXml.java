package de.kim.catalog.read;

import de.kim.catalog.write.ProviderContact;
import de.kim.events.CourseExtent;
import de.kim.events.Section;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Free places in the shape of open-Qcat 1.1, the exchange format of KURSNET: its elements, and none
 * of our own. What is and what is not conformant stands in docs/free-places.md.
 */
final class FreePlacesXml {
    /** Of the catalogue, not of a place in it: every day has its own. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final ZoneId zone;

    private FreePlacesXml(ZoneId zone) throws XMLStreamException {
        this.zone = zone;
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    static String of(List<FreePlace> places, LocalDate today, ZoneId zone) {
        try {
            FreePlacesXml written = new FreePlacesXml(zone);
            written.catalogue(places, today);
            return written.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes whatever is written", e);
        }
    }

    private void catalogue(List<FreePlace> places, LocalDate today) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("OPENQCAT");
        xml.writeAttribute("version", "1.1");
        xml.writeStartElement("HEADER");
        element("GENERATOR_INFO", "KIM");
        xml.writeStartElement("CATALOG");
        element("LANGUAGE", "deu");
        element("CATALOG_ID", "kim-" + today);
        element("CATALOG_VERSION", "1");
        element("CATALOG_NAME", "Freie Plätze in Integrationskursen");
        element("GENERATION_DATE", moment(today));
        xml.writeEndElement();
        for (FreePlace.Organisation provider : providers(places)) {
            supplier(provider);
        }
        xml.writeEndElement();
        xml.writeStartElement("NEW_CATALOG");
        // what is full is not in it, so it never replaces a provider's whole catalogue
        xml.writeAttribute("FULLCATALOG", "false");
        for (FreePlace place : places) {
            service(place);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void supplier(FreePlace.Organisation provider) throws XMLStreamException {
        xml.writeStartElement("SUPPLIER");
        supplierId("SUPPLIER_ID", provider);
        element("SUPPLIER_NAME", provider.name());
        ProviderContact contact = provider.contact();
        if (contact != null) {
            xml.writeStartElement("ADDRESS");
            element("NAME", provider.name());
            reach(contact);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void service(FreePlace place) throws XMLStreamException {
        xml.writeStartElement("SERVICE");
        element("PRODUCT_ID", place.courseId().toString());
        supplierId("SUPPLIER_ID_REF", place.provider());
        xml.writeStartElement("SERVICE_DETAILS");
        element("TITLE", place.name());
        element("DESCRIPTION_LONG", description(place));
        xml.writeStartElement("SERVICE_DATE");
        dates(place.begins(), place.ends());
        element("DATE_REMARKS", FreePlaceWords.times(place));
        xml.writeEndElement();
        element("KEYWORD", place.courseType().name());
        for (String feature : FreePlaceWords.features(place)) {
            element("KEYWORD", feature);
        }
        xml.writeStartElement("SERVICE_MODULE");
        education(place);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void education(FreePlace place) throws XMLStreamException {
        xml.writeStartElement("EDUCATION");
        xml.writeAttribute("type", "true");
        element("COURSE_ID", place.courseId().toString());
        if (place.extent() != null) {
            xml.writeStartElement("EXTENDED_INFO");
            extent(place.extent());
            xml.writeEndElement();
        }
        for (Section entry : place.entries()) {
            entry(place, entry);
        }
        xml.writeEndElement();
    }

    /** An entry is a date on which the course can be begun. */
    private void entry(FreePlace place, Section entry) throws XMLStreamException {
        xml.writeStartElement("MODULE_COURSE");
        dates(entry.begins(), place.ends());
        xml.writeStartElement("LOCATION");
        element("NAME", place.provider().name());
        element("CITY", FreePlaceWords.where(place));
        element("COUNTRY", "D");
        xml.writeEndElement();
        element(
                "INSTRUCTION_REMARKS",
                "Abschnitt %d, %s".formatted(entry.number(), FreePlaceWords.free(place)));
        xml.writeEndElement();
    }

    /** The codes of KURSNET: 1 full time, 2 part time. */
    private void extent(CourseExtent extent) throws XMLStreamException {
        xml.writeStartElement("INSTRUCTION_TIME");
        switch (extent) {
            case FULL_TIME -> {
                xml.writeAttribute("type", "1");
                xml.writeCharacters("Vollzeit");
            }
            case PART_TIME -> {
                xml.writeAttribute("type", "2");
                xml.writeCharacters("Teilzeit");
            }
        }
        xml.writeEndElement();
    }

    private void reach(ProviderContact contact) throws XMLStreamException {
        element("PHONE", contact.phone());
        if (contact.email() != null) {
            xml.writeStartElement("EMAILS");
            element("EMAIL", contact.email());
            xml.writeEndElement();
        }
        element("URL", contact.website());
    }

    private void dates(LocalDate begins, LocalDate ends) throws XMLStreamException {
        element("START_DATE", moment(begins));
        element("END_DATE", moment(ends));
    }

    private void supplierId(String name, FreePlace.Organisation provider)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("type", "supplier_specific");
        xml.writeCharacters(provider.providerId());
        xml.writeEndElement();
    }

    private void element(String name, @Nullable String content) throws XMLStreamException {
        if (content != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(content);
            xml.writeEndElement();
        }
    }

    private String moment(LocalDate day) {
        return MOMENT.format(day.atStartOfDay(zone));
    }

    private static String description(FreePlace place) {
        return "%s, %s. %s."
                .formatted(
                        FreePlaceWords.free(place),
                        FreePlaceWords.where(place),
                        FreePlaceWords.said(place));
    }

    private static List<FreePlace.Organisation> providers(List<FreePlace> places) {
        Map<String, FreePlace.Organisation> providers = new LinkedHashMap<>();
        places.forEach(
                place -> providers.putIfAbsent(place.provider().providerId(), place.provider()));
        return List.copyOf(providers.values());
    }
}
