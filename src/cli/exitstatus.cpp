// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/exitstatus.h"

namespace Vestibule {

namespace {

struct OutcomeStatus {
    ExitStatus operator()(const ExportCount & /*count*/) const { return ExitStatus::Done; }
    ExitStatus operator()(const ApiError &error) const { return exitStatus(error); }
    ExitStatus operator()(const ListingMismatch &mismatch) const
    {
        return mismatch.kind == ListingMismatch::Kind::BeyondEnd ? ExitStatus::NotFound
                                                                 : ExitStatus::NotUnderstood;
    }
    ExitStatus operator()(const WriteError & /*error*/) const { return ExitStatus::NotWritten; }
};

} // namespace

ExitStatus exitStatus(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::SignIn:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Forbidden:
        return ExitStatus::Refused;
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Rejected:
        return ExitStatus::NotFound;
    case ApiError::Kind::Offline:
    case ApiError::Kind::Closed:
    case ApiError::Kind::Proxy:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::Tls:
    case ApiError::Kind::Server:
    case ApiError::Kind::Intermediary:
        return ExitStatus::NoAnswer;
    case ApiError::Kind::RateLimited:
        return ExitStatus::RateLimited;
    case ApiError::Kind::BadPayload:
        return ExitStatus::NotUnderstood;
    }
    Q_UNREACHABLE();
}

ExitStatus exitStatus(const ExportJob::Outcome &outcome)
{
    return std::visit(OutcomeStatus(), outcome);
}

//! A missing file is a usage error, like an unknown option.
ExitStatus exitStatus(const SavedViewProblem &problem)
{
    return problem.kind == SavedViewProblem::Kind::Unreadable ? ExitStatus::Usage
                                                              : ExitStatus::NotUnderstood;
}

ExitStatus exitStatus(const InventoryProblem &problem)
{
    switch (problem.kind) {
    case InventoryProblem::Kind::NotReadable:
    case InventoryProblem::Kind::NotAFile:
    case InventoryProblem::Kind::NoDriver:
    case InventoryProblem::Kind::OtherTenant:
    case InventoryProblem::Kind::OtherOrganizations:
    case InventoryProblem::Kind::Busy:
    case InventoryProblem::Kind::Cancelled:
        return ExitStatus::Usage;
    case InventoryProblem::Kind::NotAnInventory:
    case InventoryProblem::Kind::NewerVersion:
    case InventoryProblem::Kind::Damaged:
    case InventoryProblem::Kind::Foreign:
        return ExitStatus::NotUnderstood;
    case InventoryProblem::Kind::NotWritable:
    case InventoryProblem::Kind::DiskFull:
    case InventoryProblem::Kind::Removed:
        return ExitStatus::NotWritten;
    }
    Q_UNREACHABLE();
}

ExitStatus exitStatus(const Drift &drift)
{
    if (!drift.isComplete())
        return ExitStatus::NotUnderstood;
    return drift.counts.differences() > 0 ? ExitStatus::Found : ExitStatus::Done;
}

ExitStatus endedBySignal(int number)
{
    return ExitStatus(128 + number);
}

} // namespace Vestibule
