"""The names by which duplicates are known, by today's rule; an index of contacts' telephones.

The rule itself is no table: a key must agree with the rule of the program that compares it, so the
live one is right here, however much later this runs. Whoever changes the rule adds such a step.
"""

from model.cards.finding import normalised_name


def up(migrator, db):
    """Write the keys that differ."""
    del migrator
    for table, name, person in (
        ("customer_card", "full_name", "customer_kind = 'individual'"),
        ("visit_record", "customer_name", "1 = 0"),
    ):
        _compare_anew(db, table, name, person)
    db.execute_sql('CREATE INDEX "contact_phone" ON "contact" ("phone")')


def _compare_anew(db, table, name, person):
    rows = db.execute_sql(f'SELECT id, {name}, {person}, name_key FROM "{table}"').fetchall()
    for id_, text, is_person, key in rows:
        anew = normalised_name(text, person=bool(is_person)) if text else ""
        if anew != key:
            db.execute_sql(
                f'UPDATE "{table}" SET name_key = {db.param} WHERE id = {db.param}', (anew, id_)
            )
