// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/result.h"

#include <QByteArray>
#include <QLoggingCategory>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace Vestibule {

//! vestibule.inventory, off by default. No line contains a name, an ID, a path or a domain.
Q_DECLARE_LOGGING_CATEGORY(inventoryLog)

//! A connection to a SQLite file through Qt's driver. It belongs to the thread that made it.
//!
//! Like QXmlStreamReader it keeps the first problem, and does nothing more until that is taken, so
//! that a sequence of statements needs one check at its end.
class Database final {
public:
    enum class Mode {
        //! Reads a file that is not being written. Nothing is created beside it, even if it is in
        //! WAL mode.
        ReadSealed,
        Read, //!< reads a file that others may be writing
        //! Reads and writes; an empty file that only the user can read is made if there is none.
        Write,
    };

    //! Check problem() afterwards.
    Database(QString path, Mode mode);
    //! All statements must be gone.
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] Mode mode() const { return m_mode; }
    //! Whether the file still is where it was opened. SQLite does not notice when it is not, and
    //! what it writes is lost then.
    [[nodiscard]] bool isInPlace() const;

    //! False if it fails, or if there is a problem already.
    bool exec(const QString &sql);
    //! The first column of the first row; invalid if there is none.
    [[nodiscard]] QVariant value(const QString &sql);

    [[nodiscard]] const std::optional<InventoryProblem> &problem() const { return m_problem; }
    //! Ends a transaction in which nothing was written, also after a problem and when it was
    //! cancelled: otherwise no other one could begin. The problem stays.
    void endReading();
    //! Adds a problem of the content, unless there is one already.
    void raise(InventoryProblem::Kind kind, const QString &detail = {});
    //! Leaves none.
    [[nodiscard]] std::optional<InventoryProblem> takeProblem();
    //! The value, or the problem, which is taken.
    template <typename T>
    [[nodiscard]] Result<T, InventoryProblem> result(T value)
    {
        if (auto problem = takeProblem())
            return *std::move(problem);
        return value;
    }

    //! The function is called often while statements run, and before each; they end with Cancelled
    //! when it returns true. Threads that sort what was read may call it at the same time.
    void setCancelTest(std::function<bool()> isCancelled);
    [[nodiscard]] bool isCancelled() const { return m_isCancelled && m_isCancelled(); }
    //! Whether a statement can be cancelled while it runs, and not only before: if Qt's driver uses
    //! the system's SQLite library, and not another copy.
    [[nodiscard]] bool canInterrupt() const { return m_canInterrupt; }

private:
    friend class Statement;

    void open(Mode mode);
    void watchProgress();
    //! False, and Cancelled is the problem, or there is another one already.
    [[nodiscard]] bool isReady();
    void fail(const QSqlError &error);

    QString m_path;
    QString m_name; //!< of the connection in Qt
    Mode m_mode;
    QSqlDatabase m_database;
    std::optional<InventoryProblem> m_problem;
    std::function<bool()> m_isCancelled;
    quint64 m_device = 0;
    quint64 m_inode = 0; //!< 0 where the system has none
    bool m_canInterrupt = false;
};

//! A prepared statement. Its problems are those of its database; after one, run() and next() return
//! false.
class Statement final {
public:
    //! Parameters are question marks; no text in the SQL contains one.
    Statement(Database &database, const QString &sql);

    //! Binds all parameters, in order, for the next run() or next(): numbers, texts, byte arrays,
    //! optional ones of these, or any of them as a QVariant. An empty text or byte array is that,
    //! and not NULL.
    template <typename... Values>
    Statement &bind(const Values &...values)
    {
        m_query.finish();
        m_isActive = false;
        qsizetype position = 0;
        (m_query.bindValue(parameterName(position++), variant(values)), ...);
        return *this;
    }
    //! Executes a statement that returns no rows.
    bool run();
    //! By the last run(). To ask for this is much faster than RETURNING, for which SQLite makes a
    //! temporary table each time.
    [[nodiscard]] qint64 changedRows() const { return m_changedRows; }
    //! The rowid of the row that the last run() inserted last; 0 if it changed none.
    [[nodiscard]] qint64 insertedRow() const { return m_insertedRow; }
    //! Executes the statement the first time, then goes to the next row. False at the end.
    bool next();

    // Of the current row. A wrong type is a damaged file, and the value is empty.
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] qint64 integer(int column);
    [[nodiscard]] QString text(int column);
    [[nodiscard]] std::optional<QString> optionalText(int column); //!< absent if it is NULL
    //! The value as it is: a qlonglong, double, QString or QByteArray; isNull() for NULL.
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }

private:
    [[nodiscard]] static const QString &parameterName(qsizetype position);
    static QVariant variant(const QVariant &value) { return value; }
    static QVariant variant(qint64 value) { return value; }
    static QVariant variant(int value) { return value; }
    static QVariant variant(const QString &text)
    {
        return text.isNull() ? QStringLiteral("") : text;
    }
    static QVariant variant(const QByteArray &bytes)
    {
        return bytes.isNull() ? QByteArray("") : bytes;
    }
    template <typename T>
    static QVariant variant(const std::optional<T> &value)
    {
        return value ? variant(*value) : QVariant();
    }
    void raiseType(int column, const char *expected);

    Database &m_database;
    QSqlQuery m_query;
    bool m_isPrepared = false;
    bool m_isActive = false;
    qint64 m_changedRows = 0;
    qint64 m_insertedRow = 0;
};

} // namespace Vestibule
