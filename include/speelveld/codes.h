/* SPDX-License-Identifier: MIT */
/*
 * speelveld/codes.h - every fault speelveld can report, in one table.
 *
 * X(code, id, status, severity, message, remedy). In the texts {found} is what stood there and {expected}
 * what could have stood there; the place (file, sheet, row, column) is told apart from them. The English
 * texts are the keys of data/locale/nl.po. Ids are stable: scripts may rely on them.
 */
#ifndef SPEELVELD_CODES_H
#define SPEELVELD_CODES_H

/* clang-format off */
#define SV_CODES(X) \
    X(SV_E_NONE, "none", SV_OK, SV_NOTE, "No fault.", "") \
    X(SV_E_MEMORY, "out-of-memory", SV_MEMORY, SV_ERROR, "There is not enough memory.", "Close other programs, or use a smaller map.") \
    X(SV_E_INTERNAL, "internal", SV_INTERNAL, SV_ERROR, "Something went wrong inside speelveld: {found}.", "Please report it, with the command and if you can the map.") \
    X(SV_E_STOPPED, "stopped", SV_STOPPED, SV_ERROR, "Stopped at your request.", "") \
    /* files */ \
    X(SV_E_FILE_OPEN, "file-open", SV_IO, SV_ERROR, "\"{found}\" cannot be opened: {expected}.", "Check the name and the folder.") \
    X(SV_E_FILE_READ, "file-read", SV_IO, SV_ERROR, "\"{found}\" cannot be read: {expected}.", "Check the disk, and whether you may read the file.") \
    X(SV_E_FILE_WRITE, "file-write", SV_IO, SV_ERROR, "\"{found}\" cannot be written: {expected}.", "The old file, if there was one, still stands. Check the disk and the folder.") \
    X(SV_E_FILE_EXISTS, "file-exists", SV_USAGE, SV_ERROR, "\"{found}\" already stands there.", "Choose another name, or remove it first: nothing was overwritten.") \
    X(SV_E_FILE_INPUT, "file-input", SV_USAGE, SV_ERROR, "\"{found}\" is what was read; it is not written over.", "Choose another name: nothing was overwritten.") \
    X(SV_E_FILE_NO_PICTURE, "file-no-picture", SV_USAGE, SV_ERROR, "\"{found}\" stands there and is no picture.", "Choose a name that ends in .svg, .pdf, .png or .dot: nothing was overwritten.") \
    X(SV_E_FILE_TOO_LARGE, "file-too-large", SV_DATA, SV_ERROR, "\"{found}\" is larger than {expected}.", "Split the map, or leave out what you do not need.") \
    X(SV_E_FILE_EMPTY, "file-empty", SV_DATA, SV_ERROR, "There is nothing in \"{found}\".", "Start with: speelveld new map") \
    X(SV_E_FOLDER_EMPTY, "folder-empty", SV_DATA, SV_ERROR, "There is no sheet of a map in folder \"{found}\".", "Expected at least Actors.csv (or Actoren.csv). Start with: speelveld new map") \
    X(SV_E_FORMAT_UNKNOWN, "format-unknown", SV_DATA, SV_ERROR, "\"{found}\" is not a map that speelveld can read.", "Expected {expected}.") \
    X(SV_E_FORMAT_LATER, "format-later", SV_DATA, SV_ERROR, "\"{found}\" is {expected}, which this version does not read yet.", "Save it as CSV (a file per sheet in one folder), and read that.") \
    X(SV_E_FORMAT_WRITE, "format-write", SV_USAGE, SV_ERROR, "\"{found}\" does not say in what format to write.", "Expected {expected}.") \
    X(SV_E_INPUTS_MANY, "inputs-many", SV_USAGE, SV_ERROR, "\"{found}\" cannot be read together with another map.", "Give one map, or the persons and organisations files of one council.") \
    X(SV_E_ENCODING, "encoding", SV_DATA, SV_NOTE, "The text is not UTF-8; it was read as {expected}.", "If letters with accents look wrong, save the file as \"CSV UTF-8\".") \
    X(SV_E_ENCODING_BAD, "encoding-bad", SV_DATA, SV_ERROR, "The text is not valid UTF-8 here: {found}.", "Save the file as UTF-8.") \
    X(SV_E_ENCODING_16, "encoding-utf-16", SV_DATA, SV_ERROR, "The text is not valid UTF-16 here: {found}.", "Save the file as UTF-8.") \
    X(SV_E_MOJIBAKE, "mojibake", SV_DATA, SV_WARNING, "\"{found}\" looks like text that was saved twice in the wrong encoding.", "Expected \"{expected}\". Export the file again as \"CSV UTF-8\".") \
    X(SV_E_CONTROL, "control-characters", SV_DATA, SV_WARNING, "There are invisible control characters in \"{found}\"; they were left out.", "Type the text again if it looks wrong.") \
    /* csv */ \
    X(SV_E_QUOTE_OPEN, "quote-open", SV_DATA, SV_ERROR, "A quote is opened in this cell and never closed: {found}", "Close the quote, or double it where it is part of the text (\"\"). The rest of the file was read as one cell.") \
    X(SV_E_QUOTE_STRAY, "quote-stray", SV_DATA, SV_WARNING, "There is text behind the closing quote: {found}", "Double a quote that is part of the text (\"\").") \
    X(SV_E_ROW_LONG, "row-long", SV_DATA, SV_ERROR, "This row has more cells than there are headers: {found}", "Expected {expected} cells. Put quotes around text with the separator in it.") \
    X(SV_E_HEADER_TWICE, "header-twice", SV_DATA, SV_ERROR, "Column \"{found}\" stands here twice.", "Give one of the two another name, or remove it.") \
    X(SV_E_HEADER_EMPTY, "header-empty", SV_DATA, SV_WARNING, "A column with text in it has no header; it is kept as \"{found}\".", "Give the column a name.") \
    X(SV_E_HEADER_MISSING, "header-missing", SV_DATA, SV_ERROR, "Column \"{expected}\" is missing.", "Add the column; found were: {found}.") \
    X(SV_E_NOT_A_TABLE, "not-a-table", SV_DATA, SV_ERROR, "\"{found}\" holds a table, but not one of a map.", "Expected {expected}.") \
    X(SV_E_COLUMN_UNKNOWN, "column-unknown", SV_DATA, SV_NOTE, "Column \"{found}\" is not one that speelveld uses; it is kept as it is.", "Correct the header if you meant another column.") \
    X(SV_E_SHEET_UNKNOWN, "sheet-unknown", SV_DATA, SV_NOTE, "Sheet \"{found}\" is not one that speelveld uses; it is kept as it is.", "Correct the name if you meant another sheet.") \
    X(SV_E_SHEET_EMPTY, "sheet-empty", SV_DATA, SV_ERROR, "There is nothing in \"{found}\".", "Remove the file, or put headers in it: {expected}") \
    X(SV_E_ROW_SECOND, "row-second", SV_DATA, SV_ERROR, "Sheet {found} has one row; this is one too many.", "Remove this row.") \
    X(SV_E_SHEET_TWICE, "sheet-twice", SV_DATA, SV_ERROR, "Sheet \"{found}\" stands here twice, as {expected}.", "Keep one of the two.") \
    /* json */ \
    X(SV_E_JSON_SYNTAX, "json-syntax", SV_DATA, SV_ERROR, "The JSON breaks off here: {found}.", "Expected {expected}.") \
    X(SV_E_JSON_DEPTH, "json-depth", SV_DATA, SV_ERROR, "The JSON is nested more than {expected} deep.", "A map needs five levels at most; check where the file comes from.") \
    X(SV_E_JSON_KEY_TWICE, "json-key-twice", SV_DATA, SV_ERROR, "Key \"{found}\" stands twice in one object.", "Keep one of the two.") \
    X(SV_E_JSON_SHAPE, "json-shape", SV_DATA, SV_ERROR, "Here stands {found}, where a map has something else.", "Expected {expected}.") \
    X(SV_E_JSON_NUMBER, "json-number", SV_DATA, SV_ERROR, "The number {found} cannot be kept exactly.", "Put quotes around it, so that it is kept as text.") \
    X(SV_E_VERSION_LATER, "version-later", SV_DATA, SV_ERROR, "This map was made by a later speelveld: its format is version {found}.", "Install a newer speelveld, or ask for the map in version {expected}.") \
    /* council registers */ \
    X(SV_E_NAMELESS, "nameless", SV_DATA, SV_NOTE, "An entry of the register has neither name nor id; it was left out: {found}", "Nothing to do, if the register has it by mistake.") \
    /* cells */ \
    X(SV_E_REQUIRED, "required", SV_DATA, SV_ERROR, "This cell is empty.", "Fill it in, or remove the row.") \
    X(SV_E_NUMBER, "number", SV_DATA, SV_ERROR, "\"{found}\" is not a number.", "Expected {expected}.") \
    X(SV_E_NUMBER_WHOLE, "number-whole", SV_DATA, SV_ERROR, "\"{found}\" is not a whole number.", "Expected {expected}.") \
    X(SV_E_NUMBER_RANGE, "number-range", SV_DATA, SV_ERROR, "{found} is too low or too high.", "Expected {expected}.") \
    X(SV_E_DATE, "date", SV_DATA, SV_ERROR, "\"{found}\" is not a date.", "Expected dd-mm-yyyy or yyyy-mm-dd, a day that exists.") \
    X(SV_E_DATE_YEAR, "date-year", SV_DATA, SV_ERROR, "\"{found}\" is a year, and a day is needed.", "Type 01-01-{found} for its beginning, or 31-12-{found} for its end. Leave the cell empty if nobody knows.") \
    X(SV_E_DATE_MONTH, "date-month", SV_DATA, SV_ERROR, "\"{found}\" is a month, and a day is needed.", "Type the day in front of it: 1 {found}. Leave the cell empty if nobody knows.") \
    X(SV_E_TIME, "time", SV_DATA, SV_ERROR, "\"{found}\" is not a time.", "Expected hh:mm, such as 19:30.") \
    X(SV_E_YESNO, "yes-no", SV_DATA, SV_ERROR, "\"{found}\" is neither yes nor no.", "Expected yes or no.") \
    X(SV_E_WORD, "word", SV_DATA, SV_ERROR, "\"{found}\" is not one of the words for this column.", "Expected {expected}.") \
    X(SV_E_TEXT_LONG, "text-long", SV_DATA, SV_ERROR, "This text is too long: {found}", "Expected at most {expected} characters. Put the rest in a note.") \
    X(SV_E_KIND_UNKNOWN, "kind-unknown", SV_DATA, SV_NOTE, "\"{found}\" is not a kind that speelveld knows; it is kept and treated as an actor without a kind.", "Known are: {expected}.") \
    X(SV_E_TIE_KIND_UNKNOWN, "tie-kind-unknown", SV_DATA, SV_NOTE, "\"{found}\" is not a kind of tie that speelveld knows; it counts as \"knows\".", "Known are: {expected}.") \
    /* the map */ \
    X(SV_E_NO_ACTORS, "no-actors", SV_DATA, SV_ERROR, "There are no actors in this map.", "Fill in at least one row of sheet Actors, or start with: speelveld new map") \
    X(SV_E_ACTOR_UNKNOWN, "actor-unknown", SV_DATA, SV_ERROR, "\"{found}\" is not one of the actors.", "Expected the id or the name of a row in sheet Actors{expected}. Add the actor there, or correct the name here.") \
    X(SV_E_ACTOR_AMBIGUOUS, "actor-ambiguous", SV_DATA, SV_ERROR, "More than one actor is called \"{found}\".", "Write the id instead of the name. Candidates: {expected}.") \
    X(SV_E_ISSUE_UNKNOWN, "issue-unknown", SV_DATA, SV_ERROR, "\"{found}\" is not one of the issues.", "Expected the id or the title of a row in sheet Issues{expected}. Add the issue there, or correct the name here.") \
    X(SV_E_ISSUE_AMBIGUOUS, "issue-ambiguous", SV_DATA, SV_ERROR, "More than one issue is called \"{found}\".", "Write the id instead of the title. Candidates: {expected}.") \
    X(SV_E_ID_TWICE, "id-twice", SV_DATA, SV_ERROR, "Id \"{found}\" is used twice.", "Give this row another id; the first stands in row {expected}.") \
    X(SV_E_GROUP_TWICE, "group-twice", SV_DATA, SV_ERROR, "Council group \"{found}\" stands here twice.", "Keep one row for each group; the first stands in row {expected}.") \
    X(SV_E_NAME_TWICE, "name-twice", SV_DATA, SV_WARNING, "More than one actor is called \"{found}\"; this one was given the id \"{expected}\".", "If they are the same, keep one row. If not, give each an id of its own.") \
    X(SV_E_TIE_SELF, "tie-self", SV_DATA, SV_WARNING, "\"{found}\" is tied to itself; this row does not count.", "Correct one of the two names, or remove the row.") \
    X(SV_E_ROW_DEPENDS, "row-depends", SV_DATA, SV_ERROR, "This row names \"{found}\", and that row cannot be used.", "Mend the row of \"{found}\" first.") \
    X(SV_E_JOINED, "joined", SV_DATA, SV_NOTE, "\"{found}\" was listed more than once in the same council and party, and was joined: {expected}.", "Nothing to do, if they are indeed one person.") \
    X(SV_E_SIGN_KEPT, "sign-kept", SV_DATA, SV_NOTE, "{found} ties carry a minus sign; it is kept as an attribute and does not count.", "Expected a column kind with \"opposes\" where a tie means opposition.") \
    X(SV_E_DATES_REVERSED, "dates-reversed", SV_DATA, SV_WARNING, "{found} comes before {expected}, and should come after it.", "Correct one of the two dates.") \
    X(SV_E_MEMBER_OF_PERSON, "member-of-person", SV_DATA, SV_WARNING, "\"{found}\" is a person, and nobody can be a member of a person.", "Name an organisation or alliance, or make it a tie.") \
    X(SV_E_POSITION_SOURCE, "position-source", SV_DATA, SV_WARNING, "The position of \"{found}\" has no source. What a private person thinks of politics is specially protected (AVG, article 9).", "Write where you know it from, or remove the row.") \
    X(SV_E_PUBLIC_SOURCE, "public-source", SV_DATA, SV_WARNING, "The position of \"{found}\" is marked public but has no source: a public answer leaves it out.", "Write where everyone can read it, or mark it team.") \
    X(SV_E_EXAMPLE_LEFT, "example-left", SV_DATA, SV_NOTE, "This still says \"{found}\", from the example; it will stand on the picture.", "Fill in your own title, municipality and source.") \
    X(SV_E_GROUP_MEMBERS, "group-members", SV_DATA, SV_WARNING, "{found} council members are named in this group, and it has {expected} seats.", "Correct the seats, or the group of a member.") \
    X(SV_E_COUNCIL_SIZE, "council-size", SV_DATA, SV_WARNING, "The groups have {found} seats together; a municipal council has 9 to 39 (an odd number), or 45.", "Look whether a group is missing or stands there twice (Gemeentewet, article 8).") \
    X(SV_E_TIE_FORBIDDEN, "tie-forbidden", SV_DATA, SV_WARNING, "Because of a rule of \"{expected}\", the contact with \"{found}\" is forbidden: this tie will never be a step on a route.", "Nothing to do, if that is right. Else remove the row that forbids it, or name an exception.") \
    X(SV_E_TOO_MANY, "too-many", SV_DATA, SV_ERROR, "There are more than {expected} {found}.", "Split the map, or leave out what you do not need.") \
    X(SV_E_JOIN_CLASSES, "join-classes", SV_USAGE, SV_ERROR, "\"{found}\" and \"{expected}\" are not of one sort: the one is a person and the other is not.", "Look at their kinds, and correct the one that is wrong.") \
    X(SV_E_FAULTS, "faults", SV_DATA, SV_ERROR, "The map has {found} faults, so it was not used.", "See them all with: speelveld check. Mend them, or go on without those rows: --lenient") \
    /* questions about the map */ \
    X(SV_E_SCORE_UNKNOWN, "score-unknown", SV_USAGE, SV_ERROR, "There is no score \"{found}\".", "Expected one of: {expected}.") \
    X(SV_E_ISSUE_NONE, "issue-none", SV_USAGE, SV_ERROR, "There is no issue \"{found}\" in this map.", "Expected one of: {expected}.") \
    X(SV_E_WEIGHTS_APART, "weights-apart", SV_DATA, SV_ERROR, "The strongest tie is more than {expected} times as strong as the weakest: shortest ways cannot be told apart so finely.", "Leave out --weights, or bring the weights closer together.") \
    X(SV_E_LEVEL_LARGE, "level-large", SV_DATA, SV_ERROR, "Through \"{found}\" {expected} others would each be tied to each. With the rest that makes more than 2,000,000 ties.", "Use --level two-mode, where every membership is one tie; or leave memberships out with --ties.") \
    X(SV_E_IGRAPH, "igraph", SV_INTERNAL, SV_ERROR, "The network library stopped: {found}.", "Please report it, with the command and if you can the map.") \
    /* pictures */ \
    X(SV_E_PICTURE_FORMAT, "picture-format", SV_USAGE, SV_ERROR, "\"{found}\" does not say what kind of picture to make.", "Expected a file name that ends in .svg, .pdf, .png or .dot.") \
    X(SV_E_RENDERER_MISSING, "renderer-missing", SV_INTERNAL, SV_ERROR, "The program that draws is not there: \"{found}\".", "Install speelveld again, with both of its programs in their places.") \
    X(SV_E_RENDERER_FAILED, "renderer-failed", SV_INTERNAL, SV_ERROR, "The program that draws stopped: {found}.", "Try a smaller picture, or another format. Please report it.") \
    X(SV_E_RENDERER_TIME, "renderer-time", SV_INTERNAL, SV_ERROR, "The program that draws took longer than {expected} seconds and was stopped.", "Try a smaller picture.") \
    X(SV_E_NOTHING_TO_DRAW, "nothing-to-draw", SV_DATA, SV_ERROR, "There is nothing to draw for this audience.", "Mark rows as public (column visibility), or draw for --audience team.") \
    X(SV_E_PAPER, "paper", SV_INTERNAL, SV_ERROR, "The pages could not be made: {found}.", "Draw the pictures one by one, and please report it.") \
    X(SV_E_COMMUNITY_NONE, "community-none", SV_USAGE, SV_ERROR, "There is no group \"{found}\" in this network.", "Expected a number from 1 to {expected}, or an actor that is in the group.") \
    X(SV_E_VIEW_EMPTY, "view-empty", SV_DATA, SV_ERROR, "This view needs {found}, and the map has none for this audience.", "Fill in the sheet {expected}, mark its rows as public where the picture is for the public, or choose another view.") \
    X(SV_E_VIEW_LACKS, "view-lacks", SV_DATA, SV_ERROR, "This view needs {found}, and the map says it of nobody.", "Fill that in on the map, or choose another view.") \
    X(SV_E_VIEW_PLACES, "view-places", SV_USAGE, SV_ERROR, "View \"{found}\" puts actors where the map's own numbers say; it has no places to keep.", "Leave out --layout, or choose --view network.") \
    X(SV_E_PLACES_FILE, "places-file", SV_DATA, SV_ERROR, "This file is no layout of a picture: {found} is missing or is something else.", "Choose another name for --layout: nothing was written over.") \
    X(SV_E_PLACES_AUDIENCE, "places-audience", SV_USAGE, SV_ERROR, "These places come from a picture for fewer people ({found}): who stands near whom may tell what others should not see.", "Give the picture for {expected} a layout file of its own.") \
    /* advice */ \
    X(SV_E_PUBLIC_REFUSED, "public-refused", SV_USAGE, SV_ERROR, "This cannot be made for the public: it judges named politicians, and not everything it rests on is public ({found}).", "Make it for --audience team; or mark their positions as public, each with a source.") \
    X(SV_E_SEAT_NONE, "seat-none", SV_USAGE, SV_ERROR, "\"{found}\" has no seat in the council that day.", "Expected a council member, by id or name.") \
    X(SV_E_NO_OWN, "no-own", SV_USAGE, SV_ERROR, "The map does not say who you are yourself.", "Put yes in the column own for your own team, or say --from ACTOR.") \
    /* what if */ \
    X(SV_E_SUPPOSE_GONE, "suppose-gone", SV_USAGE, SV_ERROR, "\"{found}\" was taken away earlier in this what-if.", "Put what is about this actor first, or leave the taking away out.") \
    X(SV_E_SUPPOSE_ITSELF, "suppose-itself", SV_USAGE, SV_ERROR, "\"{found}\" cannot be tied to itself.", "Name two actors.") \
    X(SV_E_SUPPOSE_PERSON, "suppose-person", SV_USAGE, SV_ERROR, "\"{found}\" is a person, and nobody can join a person.", "Name an alliance or an organisation, or use add-tie.") \
    X(SV_E_SUPPOSE_VALUE, "suppose-value", SV_USAGE, SV_ERROR, "\"{found}\" cannot stand here.", "Expected {expected}.") \
    X(SV_E_SUPPOSE_WORD, "suppose-word", SV_USAGE, SV_ERROR, "\"{found}\" is not a change that what-if knows.", "Expected {expected}.") \
    X(SV_E_SUPPOSE_SHORT, "suppose-short", SV_USAGE, SV_ERROR, "\"{found}\" needs more than was given.", "Expected {expected}.") \
    /* two maps */ \
    X(SV_E_CELL_DIFFERS, "cell-differs", SV_DATA, SV_WARNING, "A has \"{found}\", B has \"{expected}\".", "Choose with --prefer A or --prefer B, or correct one of the two maps.") \
    X(SV_E_NAME_DIFFERS, "name-differs", SV_DATA, SV_WARNING, "One id, two names: A has \"{found}\", B has \"{expected}\".", "If they are two, give one of them another id first.") \
    X(SV_E_VISIBILITY_DIFFERS, "visibility-differs", SV_DATA, SV_NOTE, "One row says \"{found}\", the other \"{expected}\"; what lets the fewest people see it was kept.", "Change it yourself, if more people may see it.") \
    X(SV_E_ID_CLASH, "id-clash", SV_DATA, SV_NOTE, "One id for two: \"{found}\" in A, and in B one that was given another id: {expected}.", "Nothing to do, if they are indeed two. Else: speelveld join") \
    X(SV_E_SAME_NAME_JOINED, "same-name-joined", SV_DATA, SV_NOTE, "Taken as one by its name: id \"{found}\" in A was \"{expected}\" in B.", "If they are two, give each a name of its own first.") \
    X(SV_E_TOLD_APART, "told-apart", SV_DATA, SV_NOTE, "Each map says something else here; both rows were kept, with informants \"{found}\" and \"{expected}\".", "Keep one row, if one of the two is right.") \
    X(SV_E_SHEET_RENAMED, "sheet-renamed", SV_DATA, SV_NOTE, "The two maps each have another sheet \"{found}\"; the one of B was kept as \"{expected}\".", "") \
    X(SV_E_PUT_IN_NOTE, "put-in-note", SV_DATA, SV_NOTE, "\"{found}\" stays; \"{expected}\" went into the note.", "Correct the row, if the other is right.") \
    X(SV_E_SELF_LEFT_OUT, "self-left-out", SV_DATA, SV_NOTE, "This row ({found}) was between the two, and was left out.", "") \
    X(SV_E_TWICE_LEFT_OUT, "twice-left-out", SV_DATA, SV_NOTE, "This row then stood there twice, and was kept once.", "") \
    X(SV_E_JOIN_ITSELF, "join-itself", SV_USAGE, SV_ERROR, "\"{found}\" cannot be joined with itself.", "Name two actors.") \
    X(SV_E_ACTOR_NONE, "actor-none", SV_USAGE, SV_ERROR, "No actor is called \"{found}\" in this map, or more than one is.", "Expected an id, or a name that only one actor has.") \
    /* workbooks */ \
    X(SV_E_WORKBOOK_DAMAGED, "workbook-damaged", SV_DATA, SV_ERROR, "\"{found}\" is damaged and cannot be read: {expected}.", "Open it in Excel or LibreOffice, let that repair it, and save it again; or ask for the file once more.") \
    X(SV_E_WORKBOOK_PART, "workbook-part", SV_DATA, SV_ERROR, "\"{found}\" is no workbook, or a damaged one: \"{expected}\" is not in it.", "Open it in Excel or LibreOffice, and save it as .xlsx.") \
    X(SV_E_WORKBOOK_LOCKED, "workbook-locked", SV_DATA, SV_ERROR, "\"{found}\" has a password.", "Open it with its password, take the password off, and save it under another name.") \
    X(SV_E_WORKBOOK_OLD, "workbook-old", SV_DATA, SV_ERROR, "\"{found}\" is an Excel workbook of the old kind (.xls).", "Open it in Excel or LibreOffice, and save it as .xlsx.") \
    X(SV_E_WORKBOOK_SWELLS, "workbook-swells", SV_DATA, SV_ERROR, "There comes far more out of \"{found}\" than a workbook of its size holds; it was not read on.", "Do not trust it if it came from a stranger. Else look for a column that is filled down to the last row of the sheet.") \
    X(SV_E_WORKBOOK_WRITE, "workbook-write", SV_INTERNAL, SV_ERROR, "The workbook could not be made: {found}.", "Try again, or write the map as .json.") \
    X(SV_E_WORKBOOK_TEXT, "workbook-text", SV_DATA, SV_ERROR, "This text is too long for a workbook: {found}", "Excel holds 32,767 characters in a cell. Shorten the text, or write the map as .json.") \
    X(SV_E_WORKBOOK_ROWS, "workbook-rows", SV_DATA, SV_ERROR, "Sheet {found} has more rows than a workbook can hold.", "Excel holds 1,048,576 rows. Write the map as .json, or as a folder of CSV files.") \
    X(SV_E_SHEET_IGNORED, "sheet-ignored", SV_DATA, SV_NOTE, "Sheet \"{found}\" asks to be ignored, and was.", "Take \"(ignore)\" out of its name if it belongs to the map.") \
    X(SV_E_ROWS_ABOVE, "rows-above", SV_DATA, SV_NOTE, "Rows above the headers, left out: {found}. They say: {expected}", "Nothing to do, if they are a title.") \
    X(SV_E_FORMULA_FAILED, "formula-failed", SV_DATA, SV_ERROR, "The formula in this cell failed: {found}.", "Correct the formula, or type what should stand there.") \
    X(SV_E_FORMULA_FAILED_KEPT, "formula-failed-kept", SV_DATA, SV_WARNING, "A formula in a column of your own failed: {found}. It is kept as text.", "Correct the formula, or type what should stand there.") \
    X(SV_E_FORMULA_BLIND, "formula-blind", SV_DATA, SV_WARNING, "The outcome of the formula in this cell was never stored; the cell was read as empty.", "Open the workbook in Excel or LibreOffice and save it, so that the outcomes are stored.") \
    X(SV_E_ELEMENT_TWICE, "element-twice", SV_DATA, SV_NOTE, "\"{found}\" stands here more than once with one and the same type; the rows were put together.", "Nothing to do, if they are one.") \
    /* the command line */ \
    X(SV_E_COMMAND_UNKNOWN, "command-unknown", SV_USAGE, SV_ERROR, "There is no command \"{found}\".", "Expected one of: {expected}.") \
    X(SV_E_OPTION_UNKNOWN, "option-unknown", SV_USAGE, SV_ERROR, "There is no option {found} here.", "See: {expected}") \
    X(SV_E_OPTION_VALUE, "option-value", SV_USAGE, SV_ERROR, "{found} is not a value for this option.", "Expected {expected}.") \
    X(SV_E_OPTION_NEEDS, "option-needs", SV_USAGE, SV_ERROR, "Option {found} needs a value.", "Expected {expected}.") \
    X(SV_E_ARGUMENT_MISSING, "argument-missing", SV_USAGE, SV_ERROR, "Something is missing: {found}.", "See: {expected}") \
    X(SV_E_ARGUMENT_EXTRA, "argument-extra", SV_USAGE, SV_ERROR, "\"{found}\" is one argument too many.", "See: {expected}")
/* clang-format on */

#endif
