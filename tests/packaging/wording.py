#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Fails when a text of the program breaks a rule of spelling, or uses a term that is not the one of the glossary
(.github/CONTRIBUTING.md). All texts and their French translations are in the translation file.

    wording.py TRANSLATIONS.ts
    wording.py --self-test        every rule finds the text that breaks it, and nothing in a good one
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

NARROW = "\u202f"  # before ; ! ?
WIDE = "\u00a0"  # before : and inside « »

# A rule's pattern, what to write, a text that breaks it.
ENGLISH = [
    (r"\.\.\.", "an ellipsis is one character: …", "Choose..."),
    (r" - (?!\()|%\w+-%", "a dash is – (and stands in ranges)", "Rows %1-%2"),
    (r"\b(of|to) (its|their) own\b(?! domain)", "say what it is", "It has a problem of its own."),
    (r"\bvouch", "is trusted, is not trusted", "Nobody vouches for it."),
    (r"\b([Gg]oes|[Gg]oing|[Gg]o) on\b", "continue, keep", "Go on"),
    (r"second look|deserves attention", "needs attention", "Worth a second look"),
    (r"\bfor people\b", "say which people, or nothing", "Text, for people"),
    (r"\bblanks?\b|special signs", "spaces, special characters", "no blanks in it"),
    (r"\blive\b", "the tenant; a saved copy", "Saved, not live"),
    (r"\basked for\b", "requested", "%1 were asked for"),
    (r"\banswers?\b", "response, respond", "The answer is empty"),
    (r"(?<!-)\bids?\b", "ID, IDs", "organization %1 has no id"),
]
FRENCH = [
    (r"\.\.\.", "une seule lettre : …", "Choisir..."),
    (r"(?<=\w)'(?=\w)", "’", "l'ID"),
    (rf"(?<![{NARROW};!?])[;!?]", "U+202F before ; ! ?", "Quitter ?"),
    (rf"(?<!{WIDE}):(?=\s|$)", "U+00A0 before :", "Nom : %1"),
    (rf"«(?!{WIDE})|(?<!{WIDE})»", "U+00A0 inside « »", "« %1 »"),
    (r"\bidentifiants?\b", "ID (identifiants are credentials)", "les identifiants sont masqués"),
    (r"\badhésions?\b", "ajout des membres, ajout automatique", "adhésion à la connexion"),
    (r"\bportées?\b", "scope", "La portée manque."),
    (r"\bexportations?\b", "export", "Arrêter l’exportation"),
    (r"\b[Mm]ode privé\b", "mode confidentiel", "Mode privé"),
    (r"\ben direct\b", "auprès du locataire ; copie enregistrée", "Voir en direct"),
    (r"\bcodes? de retour\b", "code de sortie", "le code de retour"),
    (r"authentifier\b", "se connecter", "s’authentifier"),
    (r"\bnom propre\b|\bpropre nom\b|\bdomaine propre\b", "nom d’affichage, domaine Auth0", "Aucun nom propre"),
    (r"\bsecond regard\b|porte garant\b|tourne en rond\b", "un calque", "Mérite un second regard"),
]


def broken(rules, text):
    return [better for pattern, better, _ in rules if re.search(pattern, text)]


def texts(file):
    """The place, the English text and its French forms."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            yield context.findtext("name"), message.findtext("source"), [form for form in forms if form]


def problems(file):
    for context, english, french in texts(file):
        for better in broken(ENGLISH, english):
            yield f"{context}: {english!r}: {better}"
        for form in french:
            for better in broken(FRENCH, form):
                yield f"{context}: {form!r}: {better}"


def self_test():
    good = ["Exit in 5 s…", "--domain: the tenant's own domain, or - (default: none)", "Rows %1–%2"]
    gut = [f"Quitter{NARROW}?", f"Nom{WIDE}: %1", f"«{WIDE}read:x{WIDE}» à 10:30", "l’ID"]
    for rules, examples in (ENGLISH, good), (FRENCH, gut):
        for pattern, better, example in rules:
            if not re.search(pattern, example):
                yield f"{pattern} does not find {example!r}"
        for example in examples:
            for better in broken(rules, example):
                yield f"{better!r} is said of {example!r}"


def main(argument):
    sys.exit("\n".join(self_test() if argument == "--self-test" else problems(argument)) or 0)


main(sys.argv[1])
