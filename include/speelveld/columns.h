/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * speelveld/columns.h - the sheets of a map and their columns, in one table.
 *
 * X(column, English header and JSON key, Dutch header, type, flags). A column's type says what may stand in
 * it (model.h). Flags: REQUIRED, a row without it cannot be used; PUBLIC, it may be seen outside the team
 * when its row is marked public. What is not marked PUBLIC here never leaves the team.
 */
#ifndef SPEELVELD_COLUMNS_H
#define SPEELVELD_COLUMNS_H

/* clang-format off */
#define SV_ABOUT_COLUMNS(X) \
    X(SV_ABOUT_TITLE, "title", "titel", SV_TYPE_NAME, SV_COLUMN_PUBLIC) \
    X(SV_ABOUT_MUNICIPALITY, "municipality", "gemeente", SV_TYPE_NAME, SV_COLUMN_PUBLIC) \
    X(SV_ABOUT_SOURCE, "source", "bron", SV_TYPE_TEXT, SV_COLUMN_PUBLIC) \
    X(SV_ABOUT_DATE, "date", "datum", SV_TYPE_DATE, SV_COLUMN_PUBLIC) \
    X(SV_ABOUT_NOTE, "note", "notitie", SV_TYPE_TEXT, 0)

#define SV_ACTOR_COLUMNS(X) \
    X(SV_ACTOR_ID, "id", "id", SV_TYPE_ID, SV_COLUMN_PUBLIC) \
    X(SV_ACTOR_NAME, "name", "naam", SV_TYPE_NAME, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_ACTOR_KIND, "kind", "soort", SV_TYPE_ACTOR_KIND, SV_COLUMN_PUBLIC) \
    X(SV_ACTOR_OWN, "own", "eigen", SV_TYPE_YESNO, 0) \
    X(SV_ACTOR_ORGANISATION, "organisation", "organisatie", SV_TYPE_ORGANISATION, SV_COLUMN_PUBLIC) \
    X(SV_ACTOR_ROLE, "role", "functie", SV_TYPE_TEXT, SV_COLUMN_PUBLIC) \
    X(SV_ACTOR_GROUP, "group", "fractie", SV_TYPE_NAME, SV_COLUMN_PUBLIC) \
    X(SV_ACTOR_PARTY, "party", "partij", SV_TYPE_NAME, SV_COLUMN_PUBLIC) \
    X(SV_ACTOR_THEMES, "themes", "themas", SV_TYPE_LIST, SV_COLUMN_PUBLIC) \
    X(SV_ACTOR_NEIGHBOURHOOD, "neighbourhood", "wijk", SV_TYPE_NAME, 0) \
    X(SV_ACTOR_SECTOR, "sector", "sector", SV_TYPE_NAME, 0) \
    X(SV_ACTOR_LIFE_DOMAIN, "life_domain", "leefdomein", SV_TYPE_NAME, 0) \
    X(SV_ACTOR_POWER, "power", "macht", SV_TYPE_SCALE, 0) \
    X(SV_ACTOR_INTEREST, "interest", "belang", SV_TYPE_SCALE, 0) \
    X(SV_ACTOR_URGENCY, "urgency", "urgentie", SV_TYPE_SCALE, 0) \
    X(SV_ACTOR_LEGITIMACY, "legitimacy", "legitimiteit", SV_TYPE_SCALE, 0) \
    X(SV_ACTOR_TRUST, "trust", "vertrouwen", SV_TYPE_SIGNED_SCALE, 0) \
    X(SV_ACTOR_INVOLVEMENT, "involvement", "betrokkenheid", SV_TYPE_INVOLVEMENT, 0) \
    X(SV_ACTOR_DESIRED, "desired", "gewenst", SV_TYPE_INVOLVEMENT, 0) \
    X(SV_ACTOR_OFFERS, "offers", "biedt", SV_TYPE_LIST, 0) \
    X(SV_ACTOR_SEEKS, "seeks", "zoekt", SV_TYPE_LIST, 0) \
    X(SV_ACTOR_VISIBILITY, "visibility", "zichtbaarheid", SV_TYPE_VISIBILITY, SV_COLUMN_PUBLIC) \
    X(SV_ACTOR_SOURCE, "source", "bron", SV_TYPE_TEXT, 0) \
    X(SV_ACTOR_LEGAL_BASIS, "legal_basis", "grondslag", SV_TYPE_TEXT, 0) \
    X(SV_ACTOR_UPDATED, "updated", "bijgewerkt", SV_TYPE_DATE, 0) \
    X(SV_ACTOR_KEEP_UNTIL, "keep_until", "bewaren_tot", SV_TYPE_DATE, 0) \
    X(SV_ACTOR_NOTE, "note", "notitie", SV_TYPE_TEXT, 0) \
    X(SV_ACTOR_X, "x", "x", SV_TYPE_NUMBER, 0) \
    X(SV_ACTOR_Y, "y", "y", SV_TYPE_NUMBER, 0)

#define SV_TIE_COLUMNS(X) \
    X(SV_TIE_FROM, "from", "van", SV_TYPE_ACTOR, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_TIE_TO, "to", "naar", SV_TYPE_ACTOR, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_TIE_KIND, "kind", "soort", SV_TYPE_TIE_KIND, SV_COLUMN_PUBLIC) \
    X(SV_TIE_STRENGTH, "strength", "sterkte", SV_TYPE_SCALE, 0) \
    X(SV_TIE_DIRECTION, "direction", "richting", SV_TYPE_DIRECTION, SV_COLUMN_PUBLIC) \
    X(SV_TIE_SINCE, "since", "sinds", SV_TYPE_DATE, SV_COLUMN_PUBLIC) \
    X(SV_TIE_UNTIL, "until", "tot", SV_TYPE_DATE, SV_COLUMN_PUBLIC) \
    X(SV_TIE_INFORMANT, "informant", "wie", SV_TYPE_ORGANISATION, 0) \
    X(SV_TIE_CERTAINTY, "certainty", "zekerheid", SV_TYPE_SHARE, 0) \
    X(SV_TIE_EXCEPT, "except", "behalve", SV_TYPE_ACTORS, 0) \
    X(SV_TIE_AMOUNT, "amount", "bedrag", SV_TYPE_AMOUNT, SV_COLUMN_PUBLIC) \
    X(SV_TIE_WEIGHT, "weight", "gewicht", SV_TYPE_WEIGHT, 0) \
    X(SV_TIE_VISIBILITY, "visibility", "zichtbaarheid", SV_TYPE_VISIBILITY, SV_COLUMN_PUBLIC) \
    X(SV_TIE_SOURCE, "source", "bron", SV_TYPE_TEXT, 0) \
    X(SV_TIE_NOTE, "note", "notitie", SV_TYPE_TEXT, 0)

#define SV_MEMBERSHIP_COLUMNS(X) \
    X(SV_MEMBERSHIP_WHO, "who", "wie", SV_TYPE_ACTOR, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_MEMBERSHIP_OF, "of", "van", SV_TYPE_ACTOR, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_MEMBERSHIP_ROLE, "role", "rol", SV_TYPE_TEXT, SV_COLUMN_PUBLIC) \
    X(SV_MEMBERSHIP_SINCE, "since", "sinds", SV_TYPE_DATE, SV_COLUMN_PUBLIC) \
    X(SV_MEMBERSHIP_UNTIL, "until", "tot", SV_TYPE_DATE, SV_COLUMN_PUBLIC) \
    X(SV_MEMBERSHIP_VISIBILITY, "visibility", "zichtbaarheid", SV_TYPE_VISIBILITY, SV_COLUMN_PUBLIC) \
    X(SV_MEMBERSHIP_SOURCE, "source", "bron", SV_TYPE_TEXT, 0)

#define SV_ISSUE_COLUMNS(X) \
    X(SV_ISSUE_ID, "id", "id", SV_TYPE_ID, SV_COLUMN_PUBLIC) \
    X(SV_ISSUE_TITLE, "title", "titel", SV_TYPE_NAME, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_ISSUE_MESSAGE, "message", "kernboodschap", SV_TYPE_TEXT, 0) \
    X(SV_ISSUE_ASK, "ask", "vraag", SV_TYPE_TEXT, 0) \
    X(SV_ISSUE_GOAL, "goal", "doel", SV_TYPE_TEXT, 0) \
    X(SV_ISSUE_THEMES, "themes", "themas", SV_TYPE_LIST, SV_COLUMN_PUBLIC) \
    X(SV_ISSUE_COMPETENT, "competent", "bevoegd", SV_TYPE_COMPETENT, SV_COLUMN_PUBLIC) \
    X(SV_ISSUE_INSTRUMENT, "instrument", "instrument", SV_TYPE_TEXT, SV_COLUMN_PUBLIC) \
    X(SV_ISSUE_DECISION_DATE, "decision_date", "besluitdatum", SV_TYPE_DATE, SV_COLUMN_PUBLIC) \
    X(SV_ISSUE_VISIBILITY, "visibility", "zichtbaarheid", SV_TYPE_VISIBILITY, SV_COLUMN_PUBLIC)

#define SV_POSITION_COLUMNS(X) \
    X(SV_POSITION_ACTOR, "actor", "actor", SV_TYPE_ACTOR, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_POSITION_ISSUE, "issue", "vraagstuk", SV_TYPE_ISSUE, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_POSITION_VALUE, "position", "standpunt", SV_TYPE_POSITION, SV_COLUMN_PUBLIC) \
    X(SV_POSITION_SALIENCE, "salience", "gewicht", SV_TYPE_SCALE, 0) \
    X(SV_POSITION_GAINS, "gains", "wint", SV_TYPE_TEXT, 0) \
    X(SV_POSITION_OBJECTION, "objection", "bezwaar", SV_TYPE_TEXT, 0) \
    X(SV_POSITION_CERTAINTY, "certainty", "zekerheid", SV_TYPE_SHARE, 0) \
    X(SV_POSITION_DATE, "date", "datum", SV_TYPE_DATE, SV_COLUMN_PUBLIC) \
    X(SV_POSITION_INFORMANT, "informant", "wie", SV_TYPE_ORGANISATION, 0) \
    X(SV_POSITION_VISIBILITY, "visibility", "zichtbaarheid", SV_TYPE_VISIBILITY, SV_COLUMN_PUBLIC) \
    X(SV_POSITION_SOURCE, "source", "bron", SV_TYPE_TEXT, SV_COLUMN_PUBLIC) \
    X(SV_POSITION_LEGAL_BASIS, "legal_basis", "grondslag", SV_TYPE_TEXT, 0)

#define SV_GROUP_COLUMNS(X) \
    X(SV_GROUP_NAME, "group", "fractie", SV_TYPE_NAME, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_GROUP_PARTY, "party", "partij", SV_TYPE_NAME, SV_COLUMN_PUBLIC) \
    X(SV_GROUP_SEATS, "seats", "zetels", SV_TYPE_COUNT, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_GROUP_COALITION, "coalition", "coalitie", SV_TYPE_YESNO, SV_COLUMN_PUBLIC) \
    X(SV_GROUP_DISCIPLINE, "discipline", "discipline", SV_TYPE_SHARE, 0) \
    X(SV_GROUP_SPOKESPERSONS, "spokespersons", "woordvoerders", SV_TYPE_SPOKESPERSONS, SV_COLUMN_PUBLIC) \
    X(SV_GROUP_VISIBILITY, "visibility", "zichtbaarheid", SV_TYPE_VISIBILITY, SV_COLUMN_PUBLIC)

#define SV_SIGNAL_COLUMNS(X) \
    X(SV_SIGNAL_DATE, "date", "datum", SV_TYPE_DATE, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_SIGNAL_THEME, "theme", "thema", SV_TYPE_NAME, SV_COLUMN_PUBLIC) \
    X(SV_SIGNAL_NEIGHBOURHOOD, "neighbourhood", "wijk", SV_TYPE_NAME, SV_COLUMN_PUBLIC) \
    X(SV_SIGNAL_LIFE_DOMAIN, "life_domain", "leefdomein", SV_TYPE_NAME, SV_COLUMN_PUBLIC) \
    X(SV_SIGNAL_COUNT, "count", "aantal", SV_TYPE_COUNT, SV_COLUMN_PUBLIC) \
    X(SV_SIGNAL_DESCRIPTION, "description", "omschrijving", SV_TYPE_TEXT, SV_COLUMN_PUBLIC) \
    X(SV_SIGNAL_POLICY, "policy", "beleid", SV_TYPE_TEXT, SV_COLUMN_PUBLIC) \
    X(SV_SIGNAL_CONSEQUENCE, "consequence", "gevolg", SV_TYPE_TEXT, SV_COLUMN_PUBLIC) \
    X(SV_SIGNAL_EVIDENCE, "evidence", "bewijs", SV_TYPE_TEXT, 0) \
    X(SV_SIGNAL_ISSUE, "issue", "vraagstuk", SV_TYPE_ISSUE, SV_COLUMN_PUBLIC) \
    X(SV_SIGNAL_SOURCE, "source", "bron", SV_TYPE_TEXT, 0) \
    X(SV_SIGNAL_VISIBILITY, "visibility", "zichtbaarheid", SV_TYPE_VISIBILITY, SV_COLUMN_PUBLIC)

#define SV_EVENT_COLUMNS(X) \
    X(SV_EVENT_DATE, "date", "datum", SV_TYPE_DATE, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_EVENT_TIME, "time", "tijd", SV_TYPE_TIME, SV_COLUMN_PUBLIC) \
    X(SV_EVENT_TITLE, "title", "titel", SV_TYPE_NAME, SV_COLUMN_REQUIRED | SV_COLUMN_PUBLIC) \
    X(SV_EVENT_KIND, "kind", "soort", SV_TYPE_NAME, SV_COLUMN_PUBLIC) \
    X(SV_EVENT_PHASE, "phase", "fase", SV_TYPE_PHASE, SV_COLUMN_PUBLIC) \
    X(SV_EVENT_SPEAK_BY, "speak_by", "inspreken_tot", SV_TYPE_DATE, SV_COLUMN_PUBLIC) \
    X(SV_EVENT_PLACE, "place", "plaats", SV_TYPE_NAME, SV_COLUMN_PUBLIC) \
    X(SV_EVENT_ISSUE, "issue", "vraagstuk", SV_TYPE_ISSUE, SV_COLUMN_PUBLIC) \
    X(SV_EVENT_ATTENDEES, "attendees", "aanwezig", SV_TYPE_ACTORS, 0) \
    X(SV_EVENT_VISIBILITY, "visibility", "zichtbaarheid", SV_TYPE_VISIBILITY, SV_COLUMN_PUBLIC)

#define SV_CONTACT_COLUMNS(X) \
    X(SV_CONTACT_DATE, "date", "datum", SV_TYPE_DATE, SV_COLUMN_REQUIRED) \
    X(SV_CONTACT_ACTOR, "actor", "actor", SV_TYPE_ACTOR, SV_COLUMN_REQUIRED) \
    X(SV_CONTACT_BY, "by", "wie", SV_TYPE_ORGANISATION, 0) \
    X(SV_CONTACT_HOW, "how", "wijze", SV_TYPE_NAME, 0) \
    X(SV_CONTACT_OUTCOME, "outcome", "uitkomst", SV_TYPE_TEXT, 0) \
    X(SV_CONTACT_NEXT_STEP, "next_step", "volgende", SV_TYPE_TEXT, 0) \
    X(SV_CONTACT_DUE, "due", "wanneer", SV_TYPE_DATE, 0) \
    X(SV_CONTACT_VISIBILITY, "visibility", "zichtbaarheid", SV_TYPE_VISIBILITY, 0)

/* X(sheet, JSON key, English name, Dutch name, its columns, flags). SINGLE: one row; NEVER_PUBLIC: no row leaves the team. */
#define SV_SHEET_LIST(X) \
    X(SV_ABOUT, "map", "Map", "Kaart", SV_ABOUT_COLUMNS, SV_SHEET_SINGLE) \
    X(SV_ACTORS, "actors", "Actors", "Actoren", SV_ACTOR_COLUMNS, 0) \
    X(SV_TIES, "ties", "Ties", "Relaties", SV_TIE_COLUMNS, 0) \
    X(SV_MEMBERSHIPS, "memberships", "Memberships", "Lidmaatschappen", SV_MEMBERSHIP_COLUMNS, 0) \
    X(SV_ISSUES, "issues", "Issues", "Vraagstukken", SV_ISSUE_COLUMNS, 0) \
    X(SV_POSITIONS, "positions", "Positions", "Standpunten", SV_POSITION_COLUMNS, 0) \
    X(SV_GROUPS, "council_groups", "Groups", "Fracties", SV_GROUP_COLUMNS, 0) \
    X(SV_SIGNALS, "signals", "Signals", "Signalen", SV_SIGNAL_COLUMNS, 0) \
    X(SV_EVENTS, "events", "Events", "Agenda", SV_EVENT_COLUMNS, 0) \
    X(SV_CONTACTS, "contacts", "Contacts", "Contacten", SV_CONTACT_COLUMNS, SV_SHEET_NEVER_PUBLIC)
/* clang-format on */

#endif
