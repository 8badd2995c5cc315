#include "ui/words.h"

#include "core/base/catalogue.h"
#include "core/interfaces/case_desk.h"
#include "ui/convert.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

const Catalogue& catalogue()
{
    return Catalogue::embedded("en");
}

QString readable(std::string_view id)
{
    QString text = toQt(id);
    text.replace(u'-', u' ').replace(u'_', u' ').replace(u'.', u' ');
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

Argument shown(const Argument& argument)
{
    if (const auto* day = std::get_if<Day>(&argument.value))
        return {argument.name, toStd(dateText(*day))};
    if (const auto* instant = std::get_if<Instant>(&argument.value))
        return {argument.name, toStd(instantText(*instant))};
    return argument;
}

} // namespace

QString term(std::string_view area, std::string_view id)
{
    const std::string full = std::string(area) + "." + std::string(id);
    return catalogue().has(full) ? toQt(catalogue().term(full)) : readable(id);
}

QString term(const Term& term)
{
    const auto dot = term.id.find('.');
    const QString word = catalogue().has(term.id)
        ? toQt(catalogue().term(term.id))
        : readable(dot == std::string::npos ? term.id : term.id.substr(dot + 1));
    return term.of.empty() ? word : word + u" · "_s + toQt(term.of);
}

QString actLabel(const interfaces::ActOffer& offer)
{
    const QString name = term("act", offer.act);
    return offer.onlyFromDocument ? text({"from-document.act", {{"act", toStd(name)}}}) : name;
}

QString text(const Message& message)
{
    Message readableMessage{message.id, {}};
    for (const Argument& argument : message.arguments)
        readableMessage.arguments.push_back(shown(argument));
    return toQt(catalogue().text(readableMessage));
}

QString text(const Error& error)
{
    QString sentence = text(error.what);
    if (!error.law.empty())
        sentence += u" ("_s + toQt(error.law) + u")"_s;
    if (error.hint)
        sentence += u"\n"_s + text(*error.hint);
    return sentence;
}

QString clockName(std::string_view clockId, std::string_view service)
{
    const auto slash = clockId.find('/');
    const QString name = term(Term{"clock." + std::string(clockId.substr(0, slash)), std::string(service)});
    if (slash == std::string_view::npos || !service.empty())
        return name;
    return name + u" ("_s + toQt(clockId.substr(slash + 1)) + u")"_s;
}

} // namespace tutela::ui
